package dev.faultline.app.cli.findings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.faultline.app.cli.rank.RankingForm;
import dev.faultline.model.judge.SettingsText;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.words.Completeness;
import dev.faultline.model.words.Places;
import dev.faultline.trace.event.Frame;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.ReadReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/// The findings as JSON. The manual documents the fields; scripts rely on their names.
final class FindingsJson {
    private final JsonGenerator json;
    private final Analyzed analyzed;

    private FindingsJson(JsonGenerator json, Analyzed analyzed) {
        this.json = json;
        this.analyzed = analyzed;
    }

    /// Writes one trace.
    ///
    /// @param gate what all traces together say
    static void write(Analyzed analyzed, Gate gate, OutputStream out) throws IOException {
        document(out, json -> {
            json.writeStartObject();
            new FindingsJson(json, analyzed).write();
            new GateJson(json).end(gate);
            json.writeEndObject();
        });
    }

    /// Writes several traces and their ranking.
    ///
    /// @param gate what all traces together say
    static void write(List<Analyzed> all, RankingForm ranking, Gate gate, OutputStream out) throws IOException {
        document(out, json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("traces");
            for (Analyzed analyzed : all) {
                json.writeStartObject();
                new FindingsJson(json, analyzed).write();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeFieldName("ranking");
            ranking.json(json);
            new GateJson(json).end(gate);
            json.writeEndObject();
        });
    }

    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    private static void document(OutputStream out, Content content) throws IOException {
        JsonFactory factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            content.write(json);
            json.writeRaw('\n');
        }
    }

    private void write() throws IOException {
        Judgement judgement = analyzed.judgement();
        json.writeObjectFieldStart("trace");
        trace(analyzed.head());
        json.writeEndObject();
        json.writeObjectFieldStart("read");
        read(analyzed.read());
        json.writeEndObject();
        json.writeArrayFieldStart("findings");
        int cause = 0;
        for (Finding finding : judgement.findings()) {
            List<Finding> consequences = judgement.consequences(finding);
            json.writeStartObject();
            finding(finding);
            json.writeEndObject();
            for (Finding consequence : consequences) {
                json.writeStartObject();
                finding(consequence);
                json.writeNumberField("cause", cause);
                json.writeEndObject();
            }
            cause += 1 + consequences.size();
        }
        json.writeEndArray();
        rest(judgement);
        new GateJson(json).trace(analyzed.gate());
    }

    /// What is suppressed, what could not be checked, and the thresholds in force.
    private void rest(Judgement judgement) throws IOException {
        json.writeArrayFieldStart("suppressed");
        for (Finding finding : judgement.suppressed()) {
            json.writeStartObject();
            json.writeStringField("id", finding.id());
            json.writeStringField("severity", finding.severity().label());
            site(finding);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("not_checked");
        for (Judgement.NotChecked notChecked : judgement.notChecked()) {
            json.writeStartObject();
            json.writeStringField("id", notChecked.rule());
            json.writeStringField("missing", notChecked.missing());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("settings");
        for (Map.Entry<String, Double> threshold : SettingsText.defaults().entrySet()) {
            number(threshold.getKey(), judgement.settings().overrides().getOrDefault(threshold.getKey(),
                    threshold.getValue()));
        }
        json.writeEndObject();
    }

    private void site(Finding finding) throws IOException {
        Frame site = finding.site();
        json.writeStringField("site", site == null ? "" : Places.of(site));
    }

    private void trace(Analyzed.Head head) throws IOException {
        json.writeStringField("file", head.file());
        json.writeStringField("format", head.format());
        json.writeStringField("go", head.go());
        json.writeStringField("go_release", head.release());
        if (head.stretch()) {
            json.writeNumberField("from_ns", head.originNs());
        }
        json.writeNumberField("duration_ns", head.durationNs());
        json.writeNumberField("events", head.events());
        json.writeNumberField("goroutines", head.goroutines());
    }

    private void read(ReadReport report) throws IOException {
        json.writeBooleanField("complete", report.complete());
        json.writeNumberField("lost_bytes", report.lostBytes());
        json.writeArrayFieldStart("notes");
        for (String notice : Completeness.notes(report)) {
            json.writeString(notice);
        }
        for (Loss loss : report.losses()) {
            json.writeString(loss.place() + ": " + loss.cause());
        }
        json.writeEndArray();
    }

    private void finding(Finding finding) throws IOException {
        json.writeStringField("id", finding.id());
        json.writeStringField("severity", finding.severity().label());
        json.writeStringField("confidence", finding.confidence().label());
        json.writeStringField("key", finding.key());
        new GateJson(json).finding(analyzed.gate().of(finding));
        site(finding);
        json.writeStringField("summary", finding.summary());
        json.writeStringField("why", finding.why());
        json.writeStringField("advice", finding.advice());
        json.writeFieldName("goroutines");
        json.writeArray(finding.evidence().goroutines().stream().mapToLong(Long::longValue).toArray(), 0,
                finding.evidence().goroutines().size());
        json.writeArrayFieldStart("intervals");
        for (Evidence.Interval interval : finding.evidence().intervals()) {
            json.writeArray(new long[]{analyzed.head().originNs() + interval.fromNs(),
                    analyzed.head().originNs() + interval.toNs()}, 0, 2);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("stacks");
        for (Evidence.StackCount stack : finding.evidence().stacks()) {
            stack(stack);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("figures");
        for (Figure figure : finding.figures()) {
            number(figure.name(), figure.value());
        }
        json.writeEndObject();
    }

    private void stack(Evidence.StackCount stack) throws IOException {
        json.writeStartObject();
        json.writeNumberField("count", stack.count());
        json.writeStringField("label", stack.label());
        json.writeArrayFieldStart("frames");
        for (Frame frame : stack.frames()) {
            json.writeString(frame.text());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void number(String name, double value) throws IOException {
        GateJson.number(json, name, value);
    }
}
