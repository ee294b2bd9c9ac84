package dev.faultline.model.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.trace.event.Frame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRootsTest {
    @TempDir
    Path folder;
    private Path shop = Path.of("");

    @BeforeEach
    void lay() throws IOException {
        shop = Files.createDirectories(folder.resolve("shop"));
        for (String file : List.of("store/cache.go", "cmd/serve/main.go", "root.go", "net/net.go")) {
            Path path = shop.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, "package x\n");
        }
        Files.writeString(folder.resolve("secret.go"), "package secret\n");
    }

    private String find(String prefix, String function, String file) {
        return new SourceRoots(List.of(new SourceRoots.Root(shop, prefix))).find(new Frame(function, file, 7, 0))
                .map(SourceRoots.Place::file).orElse("");
    }

    @Test
    void aPrefixSaysWhereFilesAre() {
        assertEquals("store/cache.go", find("/build/src", "example.com/shop/store.Get", "/build/src/store/cache.go"));
        assertEquals("store/cache.go", find("/build/src/", "example.com/shop/store.Get", "/build/src/store/cache.go"));
        assertEquals("", find("/build/src", "example.com/shop/store.Get", "/other/src/store/cache.go"));
        assertEquals("", find("/build/src", "example.com/shop/store.Put", "/build/src/store/put.go"), "is not there");
    }

    @Test
    void theModuleSaysWhereFilesAre() throws IOException {
        Files.writeString(shop.resolve("go.mod"), "// a shop\nmodule example.com/shop\n\ngo 1.26\n");
        assertEquals("store/cache.go", find("", "example.com/shop/store.(*Cache[...]).Get", "/ci/1/store/cache.go"));
        assertEquals("store/cache.go", find("", "example.com/shop/store.Get", "example.com/shop/store/cache.go"));
        assertEquals("root.go", find("", "example.com/shop.Run", "/ci/1/root.go"));
        assertEquals("", find("", "example.org/other/store.Get", "/ci/2/store/cache.go"), "another module");
    }

    @Test
    void endsOfPathsAreBelievedOfThoseThatCanBeOwn() {
        assertEquals("cmd/serve/main.go", find("", "main.main", "/home/u/shop/cmd/serve/main.go"));
        assertEquals("root.go", find("", "main.main", "/home/u/shop/root.go"));
        assertEquals("store/cache.go", find("", "example.com/shop/store.Get", "/ci/store/cache.go"));
        assertEquals("", find("", "example.com/shop.Run", "/ci/root.go"), "a file alone may be anybody's");
        assertEquals("", find("", "net.(*conn).Read", "/usr/lib/go/src/net/net.go"), "the standard library's");
    }

    @Test
    void itsOwnPathSaysWhereFilesAre() {
        assertEquals("store/cache.go", find("", "x.Get", shop.toAbsolutePath() + "/store/cache.go"));
    }

    @Test
    void nothingLeadsOutOfTheFolder() {
        assertEquals("", find("/build", "main.main", "/build/../secret.go"));
        assertEquals("", find("", "main.main", shop.toAbsolutePath() + "/../secret.go"));
        assertEquals("", find("/build", "main.main", "/build/\u0000"));
        assertEquals("", find("", "main.main", ""));
    }
}
