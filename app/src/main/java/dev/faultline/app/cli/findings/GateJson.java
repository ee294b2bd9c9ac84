package dev.faultline.app.cli.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.faultline.model.gate.Baseline;
import dev.faultline.model.gate.Budget;
import dev.faultline.model.gate.Compared;
import dev.faultline.model.gate.Compared.State;
import dev.faultline.model.metric.TraceMetric;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The parts of the JSON that say how traces stand to a baseline and to budgets. Without those they are not there.
record GateJson(JsonGenerator json) {
    /// In the object of a finding.
    void finding(@Nullable Compared compared) throws IOException {
        if (compared == null) {
            return;
        }
        json.writeStringField("baseline", compared.state().label());
        if (compared.was() != null) {
            json.writeStringField("was_severity", compared.was().label());
        }
        if (!compared.grown().isEmpty()) {
            json.writeObjectFieldStart("was_figures");
            for (Compared.Growth growth : compared.grown()) {
                number(json, growth.figure().name(), growth.was());
            }
            json.writeEndObject();
        }
    }

    /// In the object of a trace.
    void trace(Gate.Result result) throws IOException {
        if (result.compared() != null) {
            json.writeObjectFieldStart("baseline");
            for (State state : State.values()) {
                json.writeNumberField(state.label(), result.count(state));
            }
            json.writeEndObject();
        }
        if (!result.budgets().isEmpty()) {
            json.writeArrayFieldStart("budgets");
            for (Budget.Use use : result.budgets()) {
                budget(use);
            }
            json.writeEndArray();
        }
    }

    private void budget(Budget.Use use) throws IOException {
        TraceMetric metric = use.budget().metric();
        json.writeStartObject();
        json.writeStringField("metric", metric.name());
        json.writeStringField("unit", metric.unit().label());
        number(json, use.budget().most() ? "max" : "min", use.budget().limit());
        number(json, "value", use.value().orElse(Double.NaN));
        json.writeBooleanField("broken", use.broken());
        json.writeEndObject();
    }

    /// Behind all traces.
    void end(Gate gate) throws IOException {
        if (gate.compares()) {
            json.writeArrayFieldStart("gone");
            for (Baseline.Known known : gate.gone()) {
                json.writeStartObject();
                json.writeStringField("key", known.key());
                json.writeStringField("severity", known.severity().label());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (gate.asks()) {
            json.writeBooleanField("failed", gate.failed());
        }
    }

    /// A whole number stays whole, so that counts can be compared as such; one that is not known is null.
    static void number(JsonGenerator json, String name, double value) throws IOException {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            json.writeNumberField(name, (long) value);
        } else if (Double.isFinite(value)) {
            json.writeNumberField(name, value);
        } else {
            json.writeNullField(name);
        }
    }
}
