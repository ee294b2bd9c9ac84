package dev.faultline.views.report.data;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Places;
import dev.faultline.trace.event.Frame;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The places of findings and frames. What has no file in the repository lies in the trace.
final class SarifPlaces {
    private final JsonGenerator json;
    private final FramePaths paths;

    SarifPlaces(JsonGenerator json, FramePaths paths) {
        this.json = json;
        this.paths = paths;
    }

    /// Where a finding is: at its site, else at the first frame of its stacks that is in the repository, else in the trace.
    void location(Finding finding, String trace) throws IOException {
        Stream<Frame> stacked = finding.evidence().stacks().stream().limit(1).map(Evidence.StackCount::frames)
                .flatMap(List::stream);
        Optional<Frame> mapped = Stream.concat(Stream.ofNullable(finding.site()), stacked)
                .filter(frame -> paths.of(frame).isPresent()).findFirst();
        json.writeStartObject();
        if (mapped.isPresent()) {
            physical(paths.of(mapped.get()).orElseThrow(), mapped.get().line());
        } else {
            physical(trace, 0);
        }
        Frame named = finding.site() != null ? finding.site() : mapped.orElse(null);
        if (named != null) {
            logical(named);
        }
        json.writeEndObject();
    }

    /// A frame of a stack.
    void frame(Frame frame, String trace) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("location");
        Optional<String> file = paths.of(frame);
        physical(file.orElse(trace), file.isPresent() ? frame.line() : 0);
        logical(frame);
        json.writeObjectFieldStart("message");
        json.writeStringField("text", SarifForm.text(Places.of(frame)));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void physical(String file, int line) throws IOException {
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(file));
        json.writeEndObject();
        if (line > 0) {
            json.writeObjectFieldStart("region");
            json.writeNumberField("startLine", line);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void logical(Frame frame) throws IOException {
        json.writeArrayFieldStart("logicalLocations");
        json.writeStartObject();
        json.writeStringField("fullyQualifiedName", SarifForm.text(Places.function(frame)));
        json.writeStringField("kind", "function");
        json.writeEndObject();
        json.writeEndArray();
    }

    /// A relative path as a reference: all but plain letters is quoted, a colon too, since it would make a scheme of what
    /// stands before it.
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte b : SarifForm.text(path).getBytes(StandardCharsets.UTF_8)) {
            if (b > ' ' && (Character.isLetterOrDigit(b) || "-._~/!$'()*+,;=@".indexOf(b) >= 0)) {
                uri.append((char) b);
            } else {
                uri.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return uri.toString();
    }
}
