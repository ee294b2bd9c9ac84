package dev.faultline.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.faultline.model.rules.Rule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The table of the findings in docs/findings.md says what the rules' bundles say.
class FindingsTableTest {
    private static final boolean UPDATE = "update".equals(System.getProperty("baseline"));
    private static final Path TABLE = Path.of("docs", "findings.md");

    @Test
    void theTableNamesEveryRuleWithItsThresholdsAndTheirDefaults() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        int first = lines.indexOf("| id | what it looks for | thresholds |") + 2;
        List<String> rules = Rules.all().stream().map(FindingsTableTest::row).toList();
        List<String> documented = lines.subList(first, lines.size()).stream().takeWhile(line -> line.startsWith("|"))
                .toList();
        if (UPDATE) {
            List<String> updated = new ArrayList<>(lines.subList(0, first));
            updated.addAll(rules);
            updated.addAll(lines.subList(first + documented.size(), lines.size()));
            Files.write(TABLE, updated);
            return;
        }
        assertEquals(String.join("\n", rules), String.join("\n", documented));
    }

    private static String row(Rule rule) {
        String thresholds = rule.settings().stream()
                .map(s -> "`%s` (%s): %s".formatted(s.name(), number(s.value()), rule.about(s)))
                .collect(Collectors.joining("<br>"));
        return "| `%s` | %s | %s |".formatted(rule.id(), rule.about(), thresholds);
    }

    private static String number(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
