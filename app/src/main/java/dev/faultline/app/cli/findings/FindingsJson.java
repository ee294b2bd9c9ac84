package dev.faultline.app.cli.findings;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.faultline.model.TraceModel;
import dev.faultline.model.judge.SettingsText;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Judgement;
import dev.faultline.model.words.Completeness;
import dev.faultline.model.words.GoRelease;
import dev.faultline.model.words.Places;
import dev.faultline.trace.Trace;
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
    /// Where time 0 of the findings lies in the whole trace.
    private final long originNs;

    private FindingsJson(JsonGenerator json, long originNs) {
        this.json = json;
        this.originNs = originNs;
    }

    static void write(TraceModel model, Judgement judgement, OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            new FindingsJson(json, model.trace().originNs()).write(model, judgement);
            json.writeRaw('\n');
        }
    }

    private void write(TraceModel model, Judgement judgement) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("trace");
        trace(model);
        json.writeEndObject();
        json.writeObjectFieldStart("read");
        read(model.trace().report());
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
        json.writeEndObject();
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

    private void trace(TraceModel model) throws IOException {
        Trace trace = model.trace();
        json.writeStringField("file", trace.name());
        json.writeStringField("format", trace.header());
        json.writeStringField("go", "1." + trace.minor());
        json.writeStringField("go_release", GoRelease.of(trace));
        if (trace.isStretch()) {
            json.writeNumberField("from_ns", originNs);
        }
        json.writeNumberField("duration_ns", trace.durationNs());
        json.writeNumberField("events", trace.events().size());
        json.writeNumberField("goroutines", trace.goroutines().size());
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
        site(finding);
        json.writeStringField("summary", finding.summary());
        json.writeStringField("why", finding.why());
        json.writeStringField("advice", finding.advice());
        json.writeFieldName("goroutines");
        json.writeArray(finding.evidence().goroutines().stream().mapToLong(Long::longValue).toArray(), 0,
                finding.evidence().goroutines().size());
        json.writeArrayFieldStart("intervals");
        for (Evidence.Interval interval : finding.evidence().intervals()) {
            json.writeArray(new long[]{originNs + interval.fromNs(), originNs + interval.toNs()}, 0, 2);
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

    /// A whole number stays whole, so that counts can be compared as such.
    private void number(String name, double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumberField(name, (long) value);
        } else if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
