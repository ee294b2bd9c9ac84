package dev.faultline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
    @ParameterizedTest
    @CsvSource({"main.watch*, main.watcher.run, true", "main.watch*, main.watch, true",
            "main.watch*, xmain.watch, false",
            "*.(*Mutex).Lock, sync.(*Mutex).Lock, true", "*.(*Mutex).Lock, sync.(*Mutex).LockSlow, false",
            "a*b*c, abc, true", "a*b*c, acb, false", "*, '', true", "main.f, mainxf, false", "'\\E.*', anything, false",
            "'\\E.*', '\\E.rest', true", "*line, 'two\nline', true", "ab*ba, aba, false", "a**b, ab, true",
            "*b*, abc, true", "a*a*a, aaa, true", "a*a*a, aa, false",
            "Main.*, main.f, false"})
    void starsStandForAnyCharactersAndAllElseForItself(String glob, String text, boolean matches) {
        assertEquals(matches, Glob.of(glob).test(text));
    }

    @ParameterizedTest
    @CsvSource({"MAIN.*, main.f, true", "main.f, Main.F, true", "main.g, main.f, false"})
    void caseMayBeIgnored(String glob, String text, boolean matches) {
        assertEquals(matches, Glob.ofAnyCase(glob).test(text));
    }
}
