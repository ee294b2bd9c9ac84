package dev.faultline.app.cli.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.faultline.app.cli.output.OutputException;
import dev.faultline.app.cli.output.OutputFile;
import dev.faultline.model.disguise.Pseudonyms;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/// What each pseudonym stands for, as JSON that only its owner may read: `functions`, `files` and `texts` map pseudonyms to
/// names, `lines` lists for each pseudonym of a file the original numbers of its lines 1, 2, 3 and so on.
final class KeyFile {
    private static final JsonFactory JSON = new JsonFactory();

    private KeyFile() {
    }

    static void write(Path target, Pseudonyms pseudonyms) throws OutputException {
        OutputFile.write(target, draft -> {
            if (!Files.exists(draft) && draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(draft,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft));
                    JsonGenerator json = JSON.createGenerator(out).useDefaultPrettyPrinter()) {
                write(json, pseudonyms);
            }
        });
    }

    private static void write(JsonGenerator json, Pseudonyms pseudonyms) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Map<String, String>> kind : pseudonyms.originals().entrySet()) {
            json.writeObjectFieldStart(kind.getKey());
            for (Map.Entry<String, String> name : kind.getValue().entrySet()) {
                json.writeStringField(name.getKey(), name.getValue());
            }
            json.writeEndObject();
        }
        json.writeObjectFieldStart("lines");
        for (Map.Entry<String, List<Long>> file : pseudonyms.originalLines().entrySet()) {
            json.writeFieldName(file.getKey());
            json.writeArray(file.getValue().stream().mapToLong(Long::longValue).toArray(), 0, file.getValue().size());
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
