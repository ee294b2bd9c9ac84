package dev.faultline.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The JSON has the fields that the manual names, in that order, and no others.
class FindingsJsonTest {
    private static final Path MANUAL = Path.of("docs", "manual.md");
    private static final String TRACE = "../sample-traces/go1.27/pool-swallows-timeout.trace";
    /// Objects whose fields are named after figures and thresholds.
    private static final Set<String> NAMED = Set.of("findings.figures", "settings");
    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"\\s*(:?)|[{}\\[\\]]");

    private JsonNode json;

    @BeforeEach
    void analyze() throws IOException {
        json = new ObjectMapper().readTree(
                new Shell().run("analyze", TRACE, "--json", "-", "--suppress", "network-wait").out());
    }

    @Test
    void theManualNamesTheFieldsThatAreWritten() throws IOException {
        Set<String> written = new LinkedHashSet<>();
        fields("", json, written);
        List<String> documented = documented();
        assertTrue(documented.contains("findings.stacks.frames"), documented.toString());
        assertEquals(String.join("\n", documented), String.join("\n", written));
    }

    @Test
    void namesOfFiguresEndInTheirUnitAndThoseOfThresholdsBeginWithTheirRule() {
        json.get("findings").forEach(finding -> {
            assertFalse(finding.get("figures").isEmpty());
            finding.get("figures").fieldNames()
                    .forEachRemaining(name -> assertTrue(name.matches("[a-z0-9_]+_(ns|bytes|ratio|count)"), name));
        });
        json.get("settings").fieldNames().forEachRemaining(
                name -> assertTrue(name.matches("[a-z-]+\\.[a-z0-9_]+_(ns|bytes|ratio|count)"), name));
    }

    private static void fields(String path, JsonNode node, Set<String> found) {
        if (node.isArray()) {
            node.forEach(element -> fields(path, element, found));
        } else if (!NAMED.contains(path)) {
            node.properties().forEach(field -> {
                String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                found.add(name);
                fields(name, field.getValue(), found);
            });
        }
    }

    /// The fields in the outline of the manual, where a name without a value stands for a field, too.
    private static List<String> documented() throws IOException {
        String section = Files.readString(MANUAL).split("\n## JSON of analyze\n")[1];
        Matcher token = TOKEN.matcher(section.split("```")[1]);
        List<String> fields = new ArrayList<>();
        Deque<String> path = new ArrayDeque<>();
        Deque<Character> open = new ArrayDeque<>();
        String last = "";
        while (token.find()) {
            char c = token.group().charAt(0);
            if (c == '{' || c == '[') {
                open.push(c);
                path.push(last);
            } else if (c == '}' || c == ']') {
                open.pop();
                last = path.pop();
            } else if (open.peek() == '{' && !NAMED.contains(path.peek())) {
                last = path.peek().isEmpty() ? token.group(1) : path.peek() + "." + token.group(1);
                fields.add(last);
            }
        }
        return fields;
    }
}
