package dev.faultline.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesFileTest {
    private static final List<Note> NOTES = List.of(
            new Note("trace.out", "here \"it\" hangs\nfor long", "G11 main.worker", 1_000, 2_000_000, 11),
            new Note("other.out", "", "Time", 0, 5, 0));

    @TempDir
    private Path folder;
    private Path trace;
    private Path user;

    @BeforeEach
    void folders() throws IOException {
        trace = folder.resolve("trace.out");
        user = Files.createDirectory(folder.resolve("user"));
    }

    private NotesFile file() {
        return new NotesFile(trace, user);
    }

    @Test
    void notesLieBesideTheTraceAndComeBack() throws IOException {
        assertEquals(List.of(), file().load());
        assertEquals(folder.resolve("trace.out.faultline.json"), file().save(NOTES));
        assertEquals(NOTES, file().load());
        file().save(List.of());
        assertFalse(Files.exists(folder.resolve("trace.out.faultline.json")), "nothing to keep");
    }

    @Test
    void whereTheFolderCannotBeWrittenTheyLieInTheUsersOwn() throws IOException {
        // a folder where the file should be cannot be replaced by a file, whoever runs the test
        Files.createDirectories(folder.resolve("trace.out.faultline.json/full"));
        Path at = file().save(NOTES);
        assertTrue(at.startsWith(user), at.toString());
        assertEquals(NOTES, file().load());
    }

    @Test
    void aFileThatIsNoFileOfNotesIsNeverWrittenOver() throws IOException {
        for (String content : List.of("{\"notes\": [ {", "[]", "", "hello", "{\"a\": 1}")) {
            Path beside = folder.resolve("trace.out.faultline.json");
            Files.writeString(beside, content);
            NotesFile file = file();
            assertThrows(IOException.class, file::load, content);
            assertTrue(file.save(NOTES).startsWith(user), content);
            assertEquals(content, Files.readString(beside));
        }
    }
}
