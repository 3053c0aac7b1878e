import Glibc
import STSCommand

// Everything stands in the library targets; this is only the door.
exit(runProgram(Array(CommandLine.arguments.dropFirst())))
