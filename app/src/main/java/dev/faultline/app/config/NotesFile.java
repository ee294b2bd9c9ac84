package dev.faultline.app.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.google.common.hash.Hashing;
import dev.faultline.trace.disk.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The notes on the traces of a file, as JSON beside it: `trace.out.faultline.json`. Where that folder cannot be written
/// they lie in the user's own folder. A file that cannot be understood is never written over.
public final class NotesFile {
    private static final String ENDING = ".faultline.json";
    private static final JsonFactory JSON = new JsonFactory();

    private final Path beside;
    private final Path ofUser;
    private boolean foreign;

    /// @param trace the file that the notes are about
    /// @param userFolder where they lie if its folder cannot be written
    public NotesFile(Path trace, Path userFolder) {
        Path whole = trace.toAbsolutePath().normalize();
        beside = whole.resolveSibling(whole.getFileName() + ENDING);
        String key = Hashing.sha256().hashString(whole.toString(), StandardCharsets.UTF_8).toString().substring(0, 16);
        ofUser = userFolder.resolve("notes").resolve(whole.getFileName() + "-" + key + ENDING);
    }

    /// The notes that are there; none when there is no file.
    ///
    /// @throws IOException when a file cannot be read or is not one of notes: it stays as it is
    public List<Note> load() throws IOException {
        for (Path file : List.of(beside, ofUser)) {
            if (Files.isRegularFile(file)) {
                foreign |= file.equals(beside);
                List<Note> notes = read(file);
                foreign = false;
                return notes;
            }
        }
        return List.of();
    }

    /// Writes all notes; without any the files go.
    ///
    /// @return where they lie now
    /// @throws IOException when they can be written nowhere
    public Path save(List<Note> notes) throws IOException {
        if (!foreign) {
            try {
                write(beside, notes);
                Files.deleteIfExists(ofUser);
                return beside;
            } catch (IOException e) {
                // read-only: a mounted archive, somebody else's folder
            }
        }
        Files.createDirectories(ofUser.getParent());
        write(ofUser, notes);
        return ofUser;
    }

    private static void write(Path file, List<Note> notes) throws IOException {
        if (notes.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        AtomicFile.write(file, draft -> {
            try (JsonGenerator json = JSON.createGenerator(draft.toFile(),
                    com.fasterxml.jackson.core.JsonEncoding.UTF8)) {
                json.setPrettyPrinter(new DefaultPrettyPrinter());
                json.writeStartObject();
                json.writeArrayFieldStart("notes");
                for (Note note : notes) {
                    json.writeStartObject();
                    json.writeStringField("trace", note.trace());
                    json.writeStringField("place", note.place());
                    json.writeNumberField("from_ns", note.fromNs());
                    json.writeNumberField("to_ns", note.toNs());
                    json.writeNumberField("goroutine", note.goroutine());
                    json.writeStringField("text", note.text());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
        });
    }

    private static List<Note> read(Path file) throws IOException {
        List<Note> notes = new ArrayList<>();
        try (JsonParser json = JSON.createParser(file.toFile())) {
            boolean listed = false;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_ARRAY && "notes".equals(json.currentName())) {
                    listed = true;
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        notes.add(note(json));
                    }
                }
            }
            if (!listed) {
                throw new IOException(file + " is not a file of notes: it has no list \"notes\"");
            }
        }
        return notes;
    }

    private static Note note(JsonParser json) throws IOException {
        String trace = "";
        String text = "";
        String place = "";
        long from = 0;
        long to = 0;
        long goroutine = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "trace" -> trace = json.getValueAsString("");
                case "text" -> text = json.getValueAsString("");
                case "place" -> place = json.getValueAsString("");
                case "from_ns" -> from = json.getValueAsLong();
                case "to_ns" -> to = json.getValueAsLong();
                case "goroutine" -> goroutine = json.getValueAsLong();
                default -> json.skipChildren();
            }
        }
        return new Note(trace, text, place, Math.max(0, from), Math.max(Math.max(0, from), to), goroutine);
    }
}
