package dev.faultline.views.report.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.trace.event.Frame;
import dev.faultline.views.graphics.Printable;
import dev.faultline.views.report.content.Chapter;
import dev.faultline.views.report.content.ReportModel;
import dev.faultline.views.report.content.ReportedFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The findings as SARIF 2.1.0: one run, one result a finding, whatever the number of traces.
public final class SarifForm {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonGenerator json;
    private final SarifPlaces places;
    private final Map<String, Integer> ruleIndex = new HashMap<>();

    private SarifForm(JsonGenerator json, SarifPlaces places) {
        this.json = json;
        this.places = places;
    }

    /// Writes the findings of a report.
    ///
    /// @param version of this program
    /// @param paths tells which files of a repository frames are in
    public static void write(ReportModel model, String version, FramePaths paths, OutputStream out)
            throws IOException {
        JsonFactory factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            new SarifForm(json, new SarifPlaces(json, paths)).write(model, version);
            json.writeRaw('\n');
        }
    }

    private void write(ReportModel model, String version) throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "Faultline");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (Rule rule : Rules.all()) {
            rule(rule);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
        for (Chapter chapter : model.chapters()) {
            for (ReportedFinding finding : chapter.findings()) {
                result(chapter, finding);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rule(Rule rule) throws IOException {
        ruleIndex.put(rule.id(), ruleIndex.size());
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeObjectFieldStart("shortDescription");
        json.writeStringField("text", rule.about());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(Chapter chapter, ReportedFinding reported) throws IOException {
        Finding finding = reported.finding();
        json.writeStartObject();
        json.writeStringField("ruleId", text(finding.id()));
        Integer index = ruleIndex.get(finding.id());
        if (index != null) {
            json.writeNumberField("ruleIndex", index);
        }
        json.writeStringField("level", switch (finding.severity()) {
            case CRITICAL -> "error";
            case WARNING -> "warning";
            case NOTICE -> "note";
        });
        json.writeObjectFieldStart("message");
        json.writeStringField("text", text(finding.summary()));
        json.writeEndObject();
        json.writeArrayFieldStart("locations");
        places.location(finding, chapter.name());
        json.writeEndArray();
        if (!finding.evidence().stacks().isEmpty()) {
            json.writeArrayFieldStart("stacks");
            for (Evidence.StackCount stack : finding.evidence().stacks()) {
                stack(stack, chapter.name());
            }
            json.writeEndArray();
        }
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("faultlineKey/v1", text(finding.key()));
        json.writeEndObject();
        baseline(reported.news());
        properties(chapter, finding);
        json.writeEndObject();
    }

    private void baseline(String news) throws IOException {
        switch (news) {
            case "new" -> json.writeStringField("baselineState", "new");
            case "worse" -> json.writeStringField("baselineState", "updated");
            case "known" -> json.writeStringField("baselineState", "unchanged");
            default -> {
                // not compared
            }
        }
    }

    private void properties(Chapter chapter, Finding finding) throws IOException {
        json.writeObjectFieldStart("properties");
        json.writeStringField("trace", text(chapter.name()));
        json.writeStringField("severity", finding.severity().label());
        json.writeStringField("confidence", finding.confidence().label());
        json.writeStringField("why", text(finding.why()));
        json.writeStringField("advice", text(finding.advice()));
        json.writeObjectFieldStart("figures");
        for (Figure figure : finding.figures()) {
            if (Double.isFinite(figure.value())) {
                json.writeNumberField(figure.name(), figure.value());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void stack(Evidence.StackCount stack, String trace) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("message");
        json.writeStringField("text", text(stack.label().isEmpty() ? "stack" : stack.label()));
        json.writeEndObject();
        json.writeArrayFieldStart("frames");
        for (Frame frame : stack.frames()) {
            places.frame(frame, trace);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// A text of the trace within the bounds that all forms keep.
    static String text(String text) {
        return Printable.anyLetter(text);
    }

    /// The same for several lines of this program's own making.
    static List<String> lines(String text) {
        return text.lines().map(SarifForm::text).toList();
    }
}
