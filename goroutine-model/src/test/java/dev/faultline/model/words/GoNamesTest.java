package dev.faultline.model.words;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoNamesTest {
    @ParameterizedTest
    @CsvSource({"main.poolSwallowsTimeout.func2,21,main.poo…imeout.func2", "main.main,21,main.main", "abcdef,1,…ef",
            "'',3,''"})
    void namesAreShortenedInTheMiddle(String name, int chars, String text) {
        assertEquals(text, GoNames.shorten(name, chars));
    }

    @Test
    void charactersOfTwoHalvesAreNotCut() {
        String faces = "😀".repeat(9);
        for (int chars = 0; chars < 20; chars++) {
            String text = GoNames.shorten(faces, chars);
            assertEquals(0, text.chars().filter(c -> Character.isHighSurrogate((char) c)).count()
                    - text.chars().filter(c -> Character.isLowSurrogate((char) c)).count());
            assertEquals(text.codePointCount(0, text.length()), text.codePoints().filter(c -> c > 0xffff || c == '…')
                    .count());
        }
    }

    @ParameterizedTest
    @CsvSource({"net/http.(*conn).serve,serve", "main.worker.func1,worker.func1", "net.(*conn).Read,Read",
            "main.f[go.shape.struct{a/b.T}],f[go.shape.struct{a/b.T}]", "main,main", "'',''"})
    void lastPartOfAName(String name, String text) {
        assertEquals(text, GoNames.last(name));
    }

    @ParameterizedTest
    @CsvSource({"net/http.(*conn).serve,http.(*conn).serve", "main.main,main.main",
            "a.b/c.Map[d/e.K],c.Map[d/e.K]", "'',''"})
    void packagesLoseTheirPath(String name, String text) {
        assertEquals(text, GoNames.withoutPath(name));
    }

    @ParameterizedTest
    @CsvSource({"/home/u/app/spans.go,spans.go", "C:\\src\\app\\spans.go,spans.go", "spans.go,spans.go", "'',''"})
    void filesLoseTheirFolders(String path, String file) {
        assertEquals(file, GoNames.file(path));
    }
}
