// SPDX-License-Identifier: GPL-3.0-or-later
// Drives a target where there is no libFuzzer: every seed as it is, then changed ones.
//   fuzz_NAME [--runs N] [--seed S] FILE|FOLDER...
// The same seed gives the same inputs. An input that crashes, or takes half a minute, is kept in a file.
#include "fuzz/require.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

using Input = std::string;

constexpr unsigned longestRunSeconds = 30;
constexpr size_t longestInput = 200'000;

Input current;
std::string crashFile;

// May be called in any state: nothing but plain system calls.
void keepInput()
{
    const int file = ::open(crashFile.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0644);
    const bool kept = file >= 0 && ::write(file, current.data(), current.size()) == ssize_t(current.size());
    const char *said = kept ? "\nThe input is in " : "\nThe input could not be kept in ";
    for (const char *text : {said, crashFile.c_str(), "\n"}) {
        if (::write(STDERR_FILENO, text, std::strlen(text)) < 0)
            return;
    }
}

void onSignal(int number)
{
    keepInput();
    ::signal(number, SIG_DFL);
    ::raise(number);
}

// On a stack of its own: that of the program may be what is used up.
void watch()
{
    static std::vector<char> stack(65536);
    const stack_t place{stack.data(), 0, stack.size()};
    ::sigaltstack(&place, nullptr);
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_ONSTACK;
    for (const int number : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGALRM})
        ::sigaction(number, &action, nullptr);
    if (__sanitizer_set_death_callback)
        __sanitizer_set_death_callback(keepInput);
}

void run(const Input &input)
{
    current = input;
    ::alarm(longestRunSeconds);
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(current.data()), current.size());
    ::alarm(0);
}

std::vector<Input> readSeeds(const std::vector<std::string> &places)
{
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    for (const std::string &place : places) {
        if (!fs::is_directory(place)) {
            files.push_back(place);
            continue;
        }
        for (const auto &entry : fs::recursive_directory_iterator(place)) {
            if (entry.is_regular_file())
                files.push_back(entry.path().string());
        }
    }
    std::sort(files.begin(), files.end()); // a folder has no order
    std::vector<Input> seeds;
    for (const std::string &file : files) {
        std::ifstream in(file, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return seeds;
}

class Mutator
{
public:
    Mutator(const std::vector<Input> &seeds, uint64_t seed) : m_seeds(seeds), m_random(seed) {}

    Input next()
    {
        Input input = any(m_seeds);
        for (size_t left = 1 + below(8); left > 0; --left)
            change(input);
        if (input.size() > longestInput)
            input.resize(longestInput);
        return input;
    }

private:
    size_t below(size_t end) { return end == 0 ? 0 : size_t(m_random() % end); }
    const Input &any(const std::vector<Input> &inputs) { return inputs.at(below(inputs.size())); }

    Input piece(const Input &of)
    {
        const size_t start = below(of.size());
        return of.substr(start, below(std::min<size_t>(of.size() - start, 1 + below(200)) + 1));
    }

    void change(Input &input)
    {
        static const std::vector<Input> nasty = {Input(1, '\0'),
                                                 "\n",
                                                 "\r\n",
                                                 "---\n",
                                                 "```",
                                                 "\"",
                                                 "\\",
                                                 "<",
                                                 "&#0;",
                                                 "%00",
                                                 "-",
                                                 ":",
                                                 ",",
                                                 "=",
                                                 "\xff\xfe",
                                                 "\xed\xa0\x80",
                                                 "\xf4\x90\x80\x80",
                                                 "\xe2\x80\xae",
                                                 "\xcc\x81",
                                                 "\xf0\x9f\x91\xa9",
                                                 "-1",
                                                 "0",
                                                 "1e999",
                                                 "2147483648",
                                                 "-9223372036854775808",
                                                 "99999999999999999999",
                                                 "nan",
                                                 Input(4, '\x80'),
                                                 Input(8, '\xff'),
                                                 Input(8, '\x7f'),
                                                 "\n| ",
                                                 "> ",
                                                 "- ",
                                                 "[](",
                                                 "](javascript:"};
        const size_t at = below(input.size() + 1);
        switch (below(7)) {
        case 0: // a bit
            if (at < input.size())
                input[at] = char(input[at] ^ (1 << below(8)));
            return;
        case 1: // a byte
            if (at < input.size())
                input[at] = char(below(256));
            return;
        case 2:
            input.erase(at, below(1 + below(64)));
            return;
        case 3:
            input.insert(at, any(nasty));
            return;
        case 4: // something often
            for (size_t left = below(1 + below(300)), text = below(nasty.size()); left > 0; --left)
                input.insert(at, nasty.at(text));
            return;
        case 5: // out of another seed
            input.insert(at, piece(any(m_seeds)));
            return;
        default: // out of itself, over what is there
            input.replace(at, below(100), piece(input));
        }
    }

    const std::vector<Input> &m_seeds;
    std::mt19937_64 m_random;
};

} // namespace

int main(int argc, char **argv)
{
    uint64_t runs = 1000;
    uint64_t seed = std::random_device()();
    std::vector<std::string> places;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--runs" && i + 1 < argc)
            runs = std::strtoull(argv[++i], nullptr, 10);
        else if (word == "--seed" && i + 1 < argc)
            seed = std::strtoull(argv[++i], nullptr, 10);
        else
            places.push_back(word);
    }
    const std::string name = std::filesystem::path(argv[0]).filename().string();
    crashFile = (std::filesystem::current_path() / (name + "-crash-" + std::to_string(seed))).string();
    const std::vector<Input> seeds = readSeeds(places);
    if (seeds.empty()) {
        std::fprintf(stderr, "%s: no seeds\n", name.c_str());
        return 2;
    }
    std::printf("%s: seed %llu\n", name.c_str(), static_cast<unsigned long long>(seed));
    std::fflush(stdout);
    watch();
    for (const Input &input : seeds)
        run(input);
    Mutator mutator(seeds, seed);
    for (uint64_t i = 0; i < runs; ++i)
        run(mutator.next());
    std::printf("%s: %zu seeds and %llu changed ones, nothing found\n", name.c_str(), seeds.size(),
                static_cast<unsigned long long>(runs));
    return 0;
}
