package dev.faultline.app.cli.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.faultline.model.compare.Change;
import dev.faultline.model.compare.Comparison;
import dev.faultline.model.compare.Difference;
import dev.faultline.model.compare.FindingChange;
import dev.faultline.model.compare.Side;
import dev.faultline.model.compare.TraceFigures;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Places;
import dev.faultline.views.flame.FlameShares.Share;
import dev.faultline.views.flame.Measure;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A comparison as JSON. The manual documents the fields; scripts rely on their names.
final class ComparisonJson {
    /// Functions whose share changes by less say nothing.
    private static final double LEAST_SHARE = 0.001;

    private final JsonGenerator json;

    private ComparisonJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Comparison comparison, Map<Measure, List<Share>> flames, OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            new ComparisonJson(json).write(comparison, flames);
            json.writeRaw('\n');
        }
    }

    private void write(Comparison comparison, Map<Measure, List<Share>> flames) throws IOException {
        json.writeStartObject();
        side("old", comparison.before());
        side("new", comparison.after());
        json.writeArrayFieldStart("notes");
        for (String note : comparison.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeBooleanField("worse", comparison.worse());
        json.writeArrayFieldStart("findings");
        for (FindingChange finding : comparison.findings()) {
            finding(finding);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("changes");
        for (Change change : comparison.changes()) {
            change(change);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("flame");
        for (Map.Entry<Measure, List<Share>> flame : flames.entrySet()) {
            flame(flame.getKey().name().toLowerCase(Locale.ROOT), flame.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void side(String name, Side side) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("duration_ns", Math.round(side.durationNs()));
        json.writeArrayFieldStart("traces");
        for (TraceFigures trace : side.traces()) {
            json.writeStartObject();
            json.writeStringField("file", trace.name());
            json.writeStringField("go_release", trace.release());
            json.writeNumberField("duration_ns", trace.durationNs());
            json.writeBooleanField("complete", trace.complete());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void finding(FindingChange change) throws IOException {
        Finding finding = change.finding();
        json.writeStartObject();
        json.writeStringField("status", change.status().id());
        json.writeStringField("verdict", change.verdict().label());
        json.writeStringField("id", finding.id());
        json.writeStringField("key", change.key());
        json.writeStringField("severity", finding.severity().label());
        json.writeStringField("confidence", finding.confidence().label());
        json.writeStringField("site", finding.site() == null ? "" : Places.of(finding.site()));
        json.writeNumberField("old_runs", change.runsBefore());
        json.writeNumberField("new_runs", change.runsAfter());
        summary("old_summary", change.before());
        summary("new_summary", change.after());
        json.writeEndObject();
    }

    private void summary(String name, @Nullable Finding finding) throws IOException {
        if (finding == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, finding.summary());
        }
    }

    private void change(Change change) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", change.subject().kind().label());
        json.writeStringField("name", change.subject().name());
        json.writeStringField("place", change.place());
        json.writeStringField("verdict", change.verdict().label());
        json.writeArrayFieldStart("values");
        for (Difference difference : change.differences()) {
            difference(difference);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void difference(Difference difference) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", difference.quantity().name());
        json.writeStringField("unit", difference.quantity().unit());
        json.writeStringField("better", difference.quantity().better().label());
        json.writeStringField("verdict", difference.verdict().label());
        number("old", difference.before());
        number("new", difference.after());
        number("ratio", difference.ratio());
        number("p", difference.p().orElse(Double.NaN));
        json.writeBooleanField("spread_known", !difference.spreadUnknown());
        values("old_runs", difference.spread().before());
        values("new_runs", difference.spread().after());
        json.writeEndObject();
    }

    private void values(String name, double[] values) throws IOException {
        json.writeFieldName(name);
        json.writeArray(values, 0, values.length);
    }

    private void flame(String name, List<Share> shares) throws IOException {
        json.writeArrayFieldStart(name);
        for (Share share : shares) {
            if (Math.abs(share.change()) >= LEAST_SHARE) {
                json.writeStartObject();
                json.writeStringField("function", share.function());
                json.writeNumberField("old_ratio", share.before());
                json.writeNumberField("new_ratio", share.after());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    /// A whole number stays whole; what is no number is null.
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
