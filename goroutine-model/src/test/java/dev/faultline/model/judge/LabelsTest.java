package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.Samples;
import dev.faultline.model.rules.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every label that is shipped beside a sample trace: what must be said of it, and what must not. What the labels of the leak
/// corpus tell is counted by `LeakCorpusTest`.
class LabelsTest {
    static Stream<Path> labelled() {
        return Samples.traces().stream().filter(t -> !t.toString().contains("leak-corpus"))
                .filter(t -> Labels.of(t).isPresent());
    }

    @ParameterizedTest
    @MethodSource("labelled")
    void saysWhatIsWrongAndNothingElse(Path trace) {
        assertEquals(List.of(), Labels.of(trace).orElseThrow().shortfalls(Said.of(trace)));
    }

    /// What each field of the labels demands. In `nil-channel` goroutines 10, 11 and 12 are stuck; `frozen-process` holds a
    /// notice of a slow system call, `leak-before-start` one of its late start.
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            nil-channel       ~ {}                                                      ~
            nil-channel       ~ {"expect": ["goroutine-leak"]}                          ~
            nil-channel       ~ {"expect": ["deadlock|goroutine-leak"]}                 ~
            nil-channel       ~ {"expect": ["deadlock|gc-pressure"]}                    ~ missing: deadlock|gc-pressure
            frozen-process    ~ {"expect": ["slow-syscall"]}                            ~ missing: slow-syscall
            leak-before-start ~ {"expect": ["late-start"]}                              ~
            frozen-process    ~ {"mention": ["deadlock|slow-syscall"]}                  ~
            nil-channel       ~ {"mention": ["slow-syscall"]}                           ~ missing: slow-syscall
            nil-channel       ~ {"forbid": ["deadlock"]}                                ~
            frozen-process    ~ {"forbid": ["slow-syscall"]}                            ~
            nil-channel       ~ {"forbid": ["goroutine-leak"]}                          ~ forbidden: goroutine-leak
            nil-channel       ~ {"clean": false}                                        ~
            nil-channel       ~ {"clean": true}                                         ~ should be clean: goroutine-leak
            nil-channel       ~ {"leaked": {"10": "", "11": "", "12": ""}}              ~
            nil-channel       ~ {"leaked": {"10": "", "11": ""}}                        ~ named, but not leaked: 12
            nil-channel       ~ {"leaked": {"10": "", "11": "", "12": "", "1": ""}}     ~ leaked, but not named: 1
            nil-channel       ~ {"leaked": {"10": "", "11": ""}, "either": {"12": ""}}  ~
            nil-channel       ~ {"waiting": {"1": ""}, "either": {"10": "", "11": ""}}  ~ named, but not leaked: 12
            nil-channel       ~ {"says": {"goroutine-leak": ["nil [a-z]+"]}}            ~
            nil-channel       ~ {"says": {"*": ["leaks.go:157"]}}                       ~
            nil-channel       ~ {"says": {"deadlock|goroutine-leak": ["nil channel"]}}  ~
            nil-channel       ~ {"says": {"deadlock": ["nil channel"]}}                 ~ deadlock does not say: nil channel
            nil-channel       ~ {"says": {"*": ["no such words"]}}                      ~ * does not say: no such words
            nil-channel       ~ {"never": ["no such words"]}                            ~
            nil-channel       ~ {"never": ["nil .hannel"]}                              ~ says: nil .hannel
            """)
    void eachFieldDemandsSomething(String trace, String labels, String shortfall) throws IOException {
        Said said = Said.of(Samples.trace("go1.27/" + trace));
        assertEquals(shortfall == null ? List.of() : List.of(shortfall), Labels.parse(labels).shortfalls(said));
    }

    /// Which findings the labels hold to be right or wrong; "silent" is what they say nothing of.
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            nil-channel    ~ goroutine-leak ~ {}                                                               ~ silent
            nil-channel    ~ goroutine-leak ~ {"expect": ["deadlock|goroutine-leak"]}                          ~ right
            nil-channel    ~ goroutine-leak ~ {"forbid": ["goroutine-leak"]}                                   ~ wrong
            nil-channel    ~ goroutine-leak ~ {"clean": true}                                                  ~ wrong
            nil-channel    ~ goroutine-leak ~ {"leaked": {"10": "", "11": "", "12": "", "13": ""}}             ~ right
            nil-channel    ~ goroutine-leak ~ {"leaked": {"10": "", "11": ""}, "expect": ["goroutine-leak"]}   ~ wrong
            nil-channel    ~ goroutine-leak ~ {"leaked": {"10": "", "11": ""}, "either": {"12": ""}}           ~ right
            nil-channel    ~ goroutine-leak ~ {"leaked": {}, "either": {"10": "", "11": "", "12": ""}}         ~ silent
            nil-channel    ~ goroutine-leak ~ {"leaked": [{"goid": 10}, {"goid": 11}], "harness_goids": [12]}  ~ right
            frozen-process ~ slow-syscall   ~ {"mention": ["slow-syscall"]}                                    ~ right
            frozen-process ~ slow-syscall   ~ {"clean": true, "forbid": ["slow-syscall"]}                      ~ silent
            """)
    void findingsAreRightOrWrong(String trace, String id, String labels, String verdict) throws IOException {
        Finding finding = Said.of(Samples.trace("go1.27/" + trace)).findings().stream().filter(f -> f.id().equals(id))
                .findFirst().orElseThrow();
        assertEquals(verdict, Labels.parse(labels).right(finding).map(right -> right ? "right" : "wrong")
                .orElse("silent"));
    }
}
