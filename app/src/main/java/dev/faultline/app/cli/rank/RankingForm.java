package dev.faultline.app.cli.rank;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.faultline.app.cli.output.ResultStream;
import dev.faultline.model.metric.TraceMetric;
import dev.faultline.model.words.TerminalSafe;
import dev.faultline.model.words.Units;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes a ranking as a table for people, as CSV and as JSON.
public final class RankingForm {
    private static final double WHOLE = 1e15;

    private final Ranking ranking;
    private final List<Ranking.Row> rows;

    /// @param rows in any order
    public RankingForm(Ranking ranking, List<Ranking.Row> rows) {
        this.ranking = ranking;
        this.rows = ranking.sorted(rows);
    }

    /// A name with its unit, as in CSV and JSON: `p99_sched_latency_ns`.
    static String field(TraceMetric metric) {
        return metric.name().replace('-', '_') + "_" + metric.unit().label();
    }

    /// Lines of equal columns; what could not be read below.
    public void text(ResultStream out) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        List<String> titles = new ArrayList<>(ranking.columns().stream().map(RankingForm::title).toList());
        titles.add("file");
        cells.add(titles);
        for (Ranking.Row row : rows) {
            if (row.error().isEmpty()) {
                List<String> line = new ArrayList<>();
                for (int c = 0; c < ranking.columns().size(); c++) {
                    OptionalDouble value = row.values().get(c);
                    line.add(value.isPresent()
                            ? ranking.columns().get(c).text(value.getAsDouble())
                            : Units.UNKNOWN);
                }
                line.add(TerminalSafe.of(row.file()));
                cells.add(line);
            }
        }
        if (cells.size() > 1) {
            print(cells, out);
        }
        for (Ranking.Row row : rows) {
            if (!row.error().isEmpty()) {
                out.println("not readable: " + TerminalSafe.of(row.error()));
            }
        }
    }

    private static String title(TraceMetric metric) {
        return metric.name().replaceFirst("^findings-", "");
    }

    private static void print(List<List<String>> cells, ResultStream out) throws IOException {
        int last = cells.getFirst().size() - 1;
        int[] widths = new int[last];
        for (List<String> line : cells) {
            for (int c = 0; c < last; c++) {
                widths[c] = Math.max(widths[c], line.get(c).length());
            }
        }
        for (List<String> line : cells) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < last; c++) {
                text.append(" ".repeat(widths[c] - line.get(c).length())).append(line.get(c)).append("  ");
            }
            out.println(text.append(line.get(last)).toString());
        }
    }

    /// Comma-separated values with a title line; plain numbers in the units that the titles end in.
    public void csv(OutputStream out) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter csv = new CSVPrinter(writer, format);
        List<String> titles = new ArrayList<>(List.of("file"));
        ranking.columns().forEach(column -> titles.add(field(column)));
        titles.add("error");
        csv.printRecord(titles);
        for (Ranking.Row row : rows) {
            List<Object> line = new ArrayList<>(List.of(row.file()));
            for (int c = 0; c < ranking.columns().size(); c++) {
                OptionalDouble value = row.error().isEmpty() ? row.values().get(c) : OptionalDouble.empty();
                line.add(value.isPresent() ? number(value.getAsDouble()) : "");
            }
            line.add(row.error());
            csv.printRecord(line);
        }
        csv.flush();
    }

    private static Object number(double value) {
        return value == Math.rint(value) && Math.abs(value) < WHOLE ? (Object) (long) value : (Object) value;
    }

    /// A list of objects, one for each trace.
    public void json(OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json(json);
            json.writeRaw('\n');
        }
    }

    /// The same as a part of a larger document.
    public void json(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Ranking.Row row : rows) {
            json.writeStartObject();
            json.writeStringField("file", row.file());
            for (int c = 0; c < row.values().size(); c++) {
                json.writeFieldName(field(ranking.columns().get(c)));
                write(json, row.values().get(c));
            }
            if (!row.error().isEmpty()) {
                json.writeStringField("error", row.error());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, OptionalDouble value) throws IOException {
        if (value.isEmpty()) {
            json.writeNull();
        } else if (number(value.getAsDouble()) instanceof Long whole) {
            json.writeNumber(whole);
        } else {
            json.writeNumber(value.getAsDouble());
        }
    }
}
