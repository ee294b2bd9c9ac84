package dev.faultline.views.report.data;

import dev.faultline.model.judge.Rules;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.rules.Rule;
import dev.faultline.model.rules.Severity;
import dev.faultline.model.words.Places;
import dev.faultline.model.words.Units;
import dev.faultline.views.report.content.Chapter;
import dev.faultline.views.report.content.ReportModel;
import dev.faultline.views.report.content.ReportedFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The findings as results of tests: a suite a trace, in it a case a Go test where tests were traced, else a case a rule.
/// Warnings and critical findings fail their case, unless a baseline knows them; notices are its output.
public final class JunitForm {
    /// The case of findings in none of the tests.
    private static final String NO_TEST = "outside of tests";
    /// Stacks in the text of a case.
    private static final int STACKS = 3;
    /// Characters in the text of a case: readers of XML refuse longer ones.
    private static final int LONGEST = 60_000;

    private final XMLStreamWriter xml;

    private JunitForm(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /// A case and what was found in it.
    ///
    /// @param failing those that fail it
    /// @param told those that do not
    private record Case(String group, String name, List<Finding> failing, List<Finding> told) {
        Case(String group, String name) {
            this(group, name, new ArrayList<>(), new ArrayList<>());
        }

        void add(ReportedFinding reported) {
            boolean fails = reported.finding().severity() != Severity.NOTICE && !reported.news().equals("known");
            (fails ? failing : told).add(reported.finding());
        }
    }

    /// Writes the findings of a report.
    public static void write(ReportModel model, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new JunitForm(xml).write(model);
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e);
        }
    }

    private void write(ReportModel model) throws XMLStreamException {
        List<List<Case>> suites = model.chapters().stream().map(JunitForm::cases).toList();
        List<Case> all = suites.stream().flatMap(List::stream).toList();
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        counts("Faultline", all);
        line();
        for (int i = 0; i < suites.size(); i++) {
            xml.writeStartElement("testsuite");
            counts(model.chapters().get(i).name(), suites.get(i));
            line();
            for (Case one : suites.get(i)) {
                write(one);
            }
            xml.writeEndElement();
            line();
        }
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private void counts(String name, List<Case> cases) throws XMLStreamException {
        attribute("name", name);
        attribute("tests", Integer.toString(cases.size()));
        attribute("failures", Long.toString(cases.stream().filter(c -> !c.failing.isEmpty()).count()));
        attribute("errors", "0");
    }

    private static List<Case> cases(Chapter chapter) {
        return chapter.tests().isEmpty() ? byRule(chapter) : byTest(chapter);
    }

    private static List<Case> byRule(Chapter chapter) {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (Rule rule : Rules.all()) {
            cases.put(rule.id(), new Case(chapter.name(), rule.id()));
        }
        for (ReportedFinding reported : chapter.findings()) {
            cases.computeIfAbsent(reported.finding().id(), id -> new Case(chapter.name(), id)).add(reported);
        }
        return List.copyOf(cases.values());
    }

    private static List<Case> byTest(Chapter chapter) {
        Map<String, Case> cases = new LinkedHashMap<>();
        chapter.tests().forEach(test -> cases.put(test, ofTest(test)));
        for (ReportedFinding reported : chapter.findings()) {
            List<String> tests = reported.tests().isEmpty() ? List.of(NO_TEST) : reported.tests();
            tests.forEach(test -> cases.computeIfAbsent(test,
                    name -> name.equals(NO_TEST) ? new Case(chapter.name(), name) : ofTest(name)).add(reported));
        }
        return List.copyOf(cases.values());
    }

    /// The package is the class of a test, as build servers group them.
    private static Case ofTest(String function) {
        int dot = function.indexOf('.', function.lastIndexOf('/') + 1);
        return dot < 0
                ? new Case("", function)
                : new Case(function.substring(0, dot), function.substring(dot + 1));
    }

    private void write(Case one) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", one.group);
        attribute("name", one.name);
        if (!one.failing.isEmpty()) {
            Finding first = one.failing.getFirst();
            xml.writeStartElement("failure");
            attribute("message", first.id() + ": " + first.summary());
            attribute("type", first.severity().label());
            text(one.failing);
            xml.writeEndElement();
        }
        if (!one.told.isEmpty()) {
            xml.writeStartElement("system-out");
            text(one.told);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        line();
    }

    private void text(List<Finding> findings) throws XMLStreamException {
        int written = 0;
        for (int i = 0; i < findings.size(); i++) {
            if (written > LONGEST) {
                xml.writeCharacters("and " + Units.count(findings.size() - i, "more finding") + "\n");
                return;
            }
            Finding finding = findings.get(i);
            List<String> lines = new ArrayList<>();
            lines.add(finding.severity().label() + " " + finding.id() + " (" + finding.confidence().label() + ")");
            lines.add(finding.summary());
            lines.addAll(SarifForm.lines(finding.advice()));
            for (Evidence.StackCount stack : finding.evidence().stacks().stream().limit(STACKS).toList()) {
                lines.add(stack.label() + ":");
                stack.frames().forEach(frame -> lines.add("  " + Places.of(frame)));
            }
            String text = lines.stream().map(SarifForm::text).collect(Collectors.joining("\n", "\n", "\n"));
            xml.writeCharacters(text);
            written += text.length();
        }
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, SarifForm.text(value));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
