#pragma once
#include <stdbool.h>
#include <stddef.h>

/* A plain C face of the args library (Taywee/args). Nothing is thrown across it; a failure is a value. Everything that
   is returned as `const char *` belongs to the parser and lives until sts_arguments_free. */

#ifdef __cplusplus
extern "C" {
#endif

typedef struct sts_arguments sts_arguments;

/* An empty parser, or NULL when there is no memory. */
sts_arguments *sts_arguments_new(void);
void sts_arguments_free(sts_arguments *parser);

/* Declares a command. Options declared after it belong to it; those declared before any command belong to the program.
   False on a failure of the library. */
bool sts_arguments_declare_command(sts_arguments *parser, const char *name, bool takes_operands);
/* Declares the next option; options are numbered from 0 in the order of their declaration. `short_name` 0 for none. */
bool sts_arguments_declare_option(sts_arguments *parser, const char *name, char short_name, bool takes_value);

/* Appends one word of the command line, without the program's own name. */
bool sts_arguments_add_word(sts_arguments *parser, const char *word);

/* The outcome of a parse that is no position of a word. */
enum { STS_ARGUMENTS_FINE = -1, STS_ARGUMENTS_FAILED = -2 };
/* Parses the words, once. Gives STS_ARGUMENTS_FINE, the position of the first word that does not fit, or
   STS_ARGUMENTS_FAILED when the library itself failed. */
ptrdiff_t sts_arguments_parse(sts_arguments *parser);

/* The command that was chosen, or NULL. */
const char *sts_arguments_command(const sts_arguments *parser);
/* How often an option was given. */
size_t sts_arguments_option_count(const sts_arguments *parser, size_t option);
/* One value of an option that takes values, in the order given; NULL past the last. */
const char *sts_arguments_option_value(const sts_arguments *parser, size_t option, size_t index);
/* One operand of the chosen command, in the order given; NULL past the last. */
const char *sts_arguments_operand(const sts_arguments *parser, size_t index);

#ifdef __cplusplus
}
#endif
