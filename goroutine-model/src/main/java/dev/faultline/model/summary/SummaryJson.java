package dev.faultline.model.summary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.faultline.model.TraceModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a [Summary] as JSON. Names end in their unit; times are nanoseconds since the trace's first event.
public final class SummaryJson {
    private final JsonGenerator json;

    private SummaryJson(JsonGenerator json) {
        this.json = json;
    }

    /// Writes the summary of a model, ended by a line feed; the stream stays open.
    public static void write(TraceModel model, OutputStream out) throws IOException {
        write(Overview.of(model).summary(), out);
    }

    /// Writes a summary, ended by a line feed; the stream stays open.
    public static void write(Summary summary, OutputStream out) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            new SummaryJson(json).write(summary);
            json.writeRaw('\n');
        }
    }

    private void write(Summary s) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", s.file());
        json.writeStringField("header", s.header());
        json.writeNumberField("events", s.events());
        map("events_by_kind", s.eventsByKind(), json::writeNumber);
        json.writeNumberField("generations", s.generations());
        json.writeNumberField("duration_ns", s.durationNs());
        map("goroutine_transitions", s.goroutineTransitions(), json::writeNumber);
        map("proc_transitions", s.procTransitions(), json::writeNumber);
        json.writeNumberField("threads", s.threads());
        json.writeNumberField("procs", s.procs());
        map("metrics", s.metrics(), this::metric);
        map("ranges", s.ranges(), this::countAndTime);
        map("profiles", s.profiles(), this::countAndTime);
        map("profile_by_leaf_function", s.profileByLeafFunction(), profile -> object(profile, this::countAndTime));
        map("mmu_stw_background_assist", s.mmu(), json::writeNumber);
        goroutines(s);
        tasks(s);
        map("regions_by_name", s.regionsByName(), this::countAndTime);
        json.writeNumberField("cpu_samples", s.cpuSamples());
        json.writeEndObject();
    }

    private void goroutines(Summary s) throws IOException {
        if (s.goroutines() != null) {
            map("goroutines", s.goroutines(), this::goroutine);
        }
        json.writeNumberField("goroutine_count", s.goroutineCount());
        json.writeNumberField("exec_ns_all", s.execNs());
        json.writeNumberField("sched_wait_ns_all", s.schedWaitNs());
        map("block_ns_all", s.blockNs(), json::writeNumber);
        json.writeNumberField("syscall_ns_all", s.syscallNs());
    }

    private void tasks(Summary s) throws IOException {
        if (s.tasks() != null) {
            map("tasks", s.tasks(), this::task);
        }
        json.writeNumberField("task_count", s.taskCount());
    }

    private void metric(MetricFigures metric) throws IOException {
        json.writeStartObject();
        json.writeNumberField("count", metric.count());
        json.writeNumberField("first", metric.first());
        json.writeNumberField("last", metric.last());
        json.writeNumberField("max", metric.max());
        json.writeEndObject();
    }

    private void countAndTime(CountAndTime sum) throws IOException {
        json.writeStartObject();
        json.writeNumberField("count", sum.count());
        json.writeNumberField("ns", sum.ns());
        json.writeEndObject();
    }

    private void goroutine(GoroutineFigures g) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", g.name());
        json.writeNumberField("created_ns", g.createdNs());
        nullable("started_ns", g.startedNs());
        nullable("ended_ns", g.endedNs());
        json.writeNumberField("exec_ns", g.execNs());
        json.writeNumberField("sched_wait_ns", g.schedWaitNs());
        json.writeNumberField("syscall_ns", g.syscallNs());
        json.writeNumberField("syscall_block_ns", g.syscallBlockNs());
        map("block_ns", g.blockNs(), json::writeNumber);
        map("range_ns", g.rangeNs(), json::writeNumber);
        json.writeNumberField("total_ns", g.totalNs());
        json.writeEndObject();
    }

    private void task(TaskFigures task) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", task.name());
        nullable("parent", task.parent());
        nullable("start_ns", task.startNs());
        nullable("end_ns", task.endNs());
        json.writeBooleanField("complete", task.complete());
        json.writeNumberField("logs", task.logs());
        json.writeNumberField("regions", task.regions());
        json.writeNumberField("goroutines", task.goroutines());
        json.writeEndObject();
    }

    private void nullable(String name, @Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private <T> void map(String name, Map<String, T> values, Writer<T> writer) throws IOException {
        json.writeFieldName(name);
        object(values, writer);
    }

    private <T> void object(Map<String, T> values, Writer<T> writer) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, T> entry : values.entrySet()) {
            json.writeFieldName(entry.getKey());
            writer.write(entry.getValue());
        }
        json.writeEndObject();
    }

    private interface Writer<T> {
        void write(T value) throws IOException;
    }
}
