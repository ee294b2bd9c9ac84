package dev.faultline.model.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.faultline.model.gate.Baseline.Known;
import dev.faultline.model.rules.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A baseline as a small JSON file, the same bytes for the same findings: meant to be kept beside a program's source, where
/// its changes can be read.
public final class BaselineFile {
    private static final String VERSION = "faultline_baseline";
    private static final int CURRENT = 1;

    /// A file that is no baseline. The message is half a sentence that says why.
    public static final class InvalidException extends IOException {
        private static final long serialVersionUID = 1;

        InvalidException(String why) {
            super(why);
        }
    }

    private BaselineFile() {
    }

    /// Writes a baseline; the stream stays open.
    public static void write(Baseline baseline, OutputStream out) throws IOException {
        JsonFactory factory = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out)) {
            // one line feed on every system
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
            json.writeStartObject();
            json.writeNumberField(VERSION, CURRENT);
            json.writeArrayFieldStart("findings");
            for (Known known : baseline.all()) {
                write(known, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(Known known, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("key", known.key());
        json.writeStringField("severity", known.severity().label());
        json.writeNumberField("count", known.count());
        json.writeNumberField("trace_ns", known.traceNs());
        json.writeObjectFieldStart("figures");
        for (Map.Entry<String, Double> figure : known.figures().entrySet()) {
            double value = figure.getValue();
            if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                json.writeNumberField(figure.getKey(), (long) value);
            } else {
                json.writeNumberField(figure.getKey(), value);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /// Reads a baseline.
    ///
    /// @throws InvalidException when it is none
    public static Baseline read(InputStream in) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(in)) {
            List<Known> all = new ArrayList<>();
            expect(json.nextToken() == JsonToken.START_OBJECT);
            boolean known = false;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (name.equals(VERSION)) {
                    version(json, value);
                    known = true;
                } else if (name.equals("findings") && value == JsonToken.START_ARRAY) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        all.add(finding(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
            expect(known && json.currentToken() == JsonToken.END_OBJECT);
            return new Baseline(all);
        } catch (JsonProcessingException e) {
            throw new InvalidException("it is not JSON: " + e.getOriginalMessage() + " in line "
                    + e.getLocation().getLineNr());
        }
    }

    private static void version(JsonParser json, JsonToken value) throws IOException {
        expect(value == JsonToken.VALUE_NUMBER_INT);
        if (json.getValueAsInt() != CURRENT) {
            throw new InvalidException(
                    "it has version " + json.getValueAsInt() + " of the format, this Faultline reads "
                            + CURRENT);
        }
    }

    private static Known finding(JsonParser json) throws IOException {
        String key = "";
        Severity severity = Severity.NOTICE;
        int count = 1;
        long traceNs = 0;
        SortedMap<String, Double> figures = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "key" -> key = text(json, value);
                case "severity" -> severity = severity(text(json, value));
                case "count" -> count = json.getValueAsInt();
                case "trace_ns" -> traceNs = json.getValueAsLong();
                case "figures" -> figures(json, value, figures);
                default -> json.skipChildren();
            }
        }
        expect(!key.isEmpty());
        return new Known(key, severity, Math.max(1, count), Math.max(0, traceNs), figures);
    }

    private static void figures(JsonParser json, JsonToken value, SortedMap<String, Double> figures)
            throws IOException {
        expect(value == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            expect(json.nextToken().isNumeric());
            figures.put(name, json.getDoubleValue());
        }
    }

    private static String text(JsonParser json, JsonToken value) throws IOException {
        expect(value == JsonToken.VALUE_STRING);
        return json.getText();
    }

    private static Severity severity(String label) throws InvalidException {
        for (Severity severity : Severity.values()) {
            if (severity.label().equals(label)) {
                return severity;
            }
        }
        throw new InvalidException("'" + label + "' is no severity");
    }

    private static void expect(boolean right) throws InvalidException {
        if (!right) {
            throw new InvalidException("it is no baseline; analyze FILE --write-baseline OUT writes one");
        }
    }
}
