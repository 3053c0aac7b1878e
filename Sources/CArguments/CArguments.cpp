// In this mode the library reports errors as values, with the position of the word that failed; its exceptions do not
// carry that position.
#define ARGS_NOEXCEPT
#include "CArguments.h"

#include <args.hxx>
#include <memory>

namespace {
using Values = args::ValueFlagList<std::string>;
using Operands = args::PositionalList<std::string>;

struct Option {
    std::unique_ptr<args::CounterFlag> flag;
    std::unique_ptr<Values> values;
};

struct Command {
    std::unique_ptr<args::Command> command;
    std::unique_ptr<Operands> operands;
};

// Runs a body that may run out of memory and gives a value instead of an exception.
template <typename Result, typename Body>
Result guarded(Result failed, Body body) noexcept {
    try {
        return body();
    } catch (...) {
        return failed;
    }
}
}  // namespace

struct sts_arguments {
    args::ArgumentParser parser{""};
    std::vector<Command> commands;
    std::vector<Option> options;
    std::vector<std::string> words;
};

sts_arguments *sts_arguments_new(void) {
    return guarded<sts_arguments *>(nullptr, [] {
        auto made = std::make_unique<sts_arguments>();
        made->parser.RequireCommand(false);
        return made.release();
    });
}

void sts_arguments_free(sts_arguments *parser) { delete parser; }

bool sts_arguments_declare_command(sts_arguments *self, const char *name, bool takes_operands) {
    return guarded(false, [&] {
        Command made;
        made.command = std::make_unique<args::Command>(self->parser, name, "");
        if (takes_operands) made.operands = std::make_unique<Operands>(*made.command, "operand", "");
        self->commands.push_back(std::move(made));
        return true;
    });
}

bool sts_arguments_declare_option(sts_arguments *self, const char *name, char short_name, bool takes_value) {
    return guarded(false, [&] {
        args::Group &owner = self->commands.empty() ? static_cast<args::Group &>(self->parser)
                                                    : *self->commands.back().command;
        args::Matcher matcher(short_name ? std::vector<char>{short_name} : std::vector<char>{},
                              std::vector<std::string>{name});
        Option made;
        if (takes_value) {
            made.values = std::make_unique<Values>(owner, name, "", std::move(matcher));
        } else {
            made.flag = std::make_unique<args::CounterFlag>(owner, name, "", std::move(matcher));
        }
        self->options.push_back(std::move(made));
        return true;
    });
}

bool sts_arguments_add_word(sts_arguments *self, const char *word) {
    return guarded(false, [&] { return self->words.emplace_back(word), true; });
}

ptrdiff_t sts_arguments_parse(sts_arguments *self) {
    return guarded<ptrdiff_t>(STS_ARGUMENTS_FAILED, [&]() -> ptrdiff_t {
        const auto stopped = self->parser.ParseArgs(self->words);
        if (self->parser.GetError() == args::Error::None) return STS_ARGUMENTS_FINE;
        return stopped - self->words.cbegin();
    });
}

const char *sts_arguments_command(const sts_arguments *self) {
    for (const auto &each : self->commands)
        if (each.command->Matched()) return each.command->Name().c_str();
    return nullptr;
}

size_t sts_arguments_option_count(const sts_arguments *self, size_t option) {
    if (option >= self->options.size()) return 0;
    const Option &found = self->options[option];
    return found.values ? (**found.values).size() : static_cast<size_t>(**found.flag);
}

const char *sts_arguments_option_value(const sts_arguments *self, size_t option, size_t index) {
    if (option >= self->options.size() || !self->options[option].values) return nullptr;
    const Values &values = *self->options[option].values;
    return index < (*values).size() ? (*values)[index].c_str() : nullptr;
}

const char *sts_arguments_operand(const sts_arguments *self, size_t index) {
    for (const auto &each : self->commands) {
        if (!each.command->Matched() || !each.operands) continue;
        const Operands &operands = *each.operands;
        return index < (*operands).size() ? (*operands)[index].c_str() : nullptr;
    }
    return nullptr;
}
