package dev.faultline.views.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes down what is painted, one line per verb, in whole px.
public final class RecordingSurface implements Surface {
    private final List<String> lines = new ArrayList<>();

    public List<String> lines() {
        return lines;
    }

    /// Lines that begin with a word.
    public List<String> lines(String verb) {
        return lines.stream().filter(l -> l.startsWith(verb)).toList();
    }

    @Override
    public void fill(Box box, Role role) {
        add("fill", box, role);
    }

    @Override
    public void hatch(Box box, Role role) {
        add("hatch", box, role);
    }

    @Override
    public void stripes(Box box, Role role) {
        add("stripes", box, role);
    }

    @Override
    public void frame(Box box, Role role, double width) {
        add("frame", box, role);
    }

    @Override
    public void line(Line line, Role role, double width) {
        lines.add(String.format(Locale.ROOT, "line %.0f,%.0f %.0f,%.0f %s", line.x1(), line.y1(), line.x2(), line.y2(),
                role));
    }

    @Override
    public void triangle(Box box, Role role) {
        add("triangle", box, role);
    }

    @Override
    public void text(Label label, Role role) {
        lines.add(String.format(Locale.ROOT, "text %.0f,%.0f %s %s", label.x(), label.baseline(), role, label.text()));
    }

    /// Every character is 6 px wide.
    @Override
    public double width(String text, TextStyle style) {
        return text.length() * 6;
    }

    @Override
    public void clip(Box box) {
        // what is clipped away is still recorded
    }

    @Override
    public void unclip() {
        // see clip
    }

    private void add(String verb, Box box, Role role) {
        lines.add(String.format(Locale.ROOT, "%s %.0f,%.0f %.0fx%.0f %s", verb, box.x(), box.y(), box.width(),
                box.height(), role));
    }
}
