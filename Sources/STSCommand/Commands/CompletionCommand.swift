/// `sts completion bash`: a script that lets the shell complete commands, options and their values.
///
/// The script holds everything, so that the shell need not start the program at each press of the key.
enum CompletionCommand {
    static let declaration = CommandDeclaration(
        name: "completion",
        summary: "print a script that completes commands and options in a shell",
        operands: CommandDeclaration.Operands(placeholder: "bash", completion: .choices(["bash"])),
        options: [.help],
        description: [
            "Prints a script for bash. Load it in the running shell, or keep it where bash-completion looks for it."
        ],
        examples: [
            .init(line: "source <(sts completion bash)", says: "for this shell"),
            .init(
                line: "sts completion bash > ~/.local/share/bash-completion/completions/sts",
                says: "for all later shells"),
        ])

    static func run(_ arguments: ParsedArguments) throws(UsageError) -> String {
        guard let shell = arguments.operands.first else {
            throw UsageError("name the shell: sts completion bash", command: declaration.name)
        }
        guard shell == "bash", arguments.operands.count == 1 else {
            let word = shell == "bash" ? arguments.operands[1] : shell
            throw UsageError("there is no completion for '\(word)'; bash is known", command: declaration.name)
        }
        return script(for: CommandList.commands, program: CommandList.programOptions)
    }

    static func script(for commands: [CommandDeclaration], program: [OptionDeclaration]) -> String {
        let firstWords = commands.map(\.name).joined(separator: " ") + " " + dashed(program)
        var script = """
            # Completion of sts for bash, made by 'sts completion bash'.
            _sts() {
                local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
                # bash takes --option=value apart at the sign.
                if [[ $word == "=" ]]; then
                    word=
                elif [[ $before == "=" ]]; then
                    before=${COMP_WORDS[COMP_CWORD-2]}
                fi
                COMPREPLY=()
                if (( COMP_CWORD == 1 )); then
                    COMPREPLY=($(compgen -W "\(firstWords)" -- "$word"))
                    return
                fi
                case "$command:$before" in

            """
        for command in commands {
            for option in command.options where option.takesValue {
                let names = [option.short.map { "-\($0)" }, "--\(option.name)"].compactMap(\.self)
                let pattern = names.map { "\(command.name):\($0)" }.joined(separator: "|")
                script += "        \(pattern)) \(offer(option.completion)); return ;;\n"
            }
        }
        script += "    esac\n    case \"$command:$word\" in\n"
        for command in commands {
            script += "        \(command.name):-*) \(offer(.choices([dashed(command.options)]))) ;;\n"
            if let operands = command.operands {
                script += "        \(command.name):*) \(offer(operands.completion)) ;;\n"
            }
        }
        return script + "    esac\n}\ncomplete -F _sts sts\n"
    }

    private static func dashed(_ options: [OptionDeclaration]) -> String {
        options.map { "--\($0.name)" }.joined(separator: " ")
    }

    /// The shell command that fills the reply.
    private static func offer(_ completion: OptionDeclaration.Completion) -> String {
        switch completion {
        case .files: "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$word\")"
        case .forms(let words) where words.allSatisfy { $0.hasSuffix("=") }:
            "compopt -o nospace; COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
        case .choices(let words), .forms(let words):
            "COMPREPLY=($(compgen -W \"\(words.joined(separator: " "))\" -- \"$word\"))"
        case .nothing: ":"
        }
    }
}
