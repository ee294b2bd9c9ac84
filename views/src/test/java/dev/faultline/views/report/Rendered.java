package dev.faultline.views.report;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// What a reader sees of Markdown.
///
/// @param text all of it
/// @param links where it leads to
/// @param elements of HTML within it, sorted
record Rendered(String text, List<String> links, List<String> elements) {
    private static final Pattern TAG = Pattern.compile("</?([a-z]+)[^>]*>");
    private static final String COMMENT = "<!-- -->";

    static Rendered of(String markdown) {
        Node document = Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown);
        StringBuilder text = new StringBuilder();
        List<String> links = new ArrayList<>();
        TreeSet<String> elements = new TreeSet<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Text node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak node) {
                text.append(' ');
            }

            @Override
            public void visit(Code node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(FencedCodeBlock node) {
                text.append(node.getLiteral());
            }

            @Override
            public void visit(HtmlBlock node) {
                html(node.getLiteral());
            }

            @Override
            public void visit(HtmlInline node) {
                html(node.getLiteral());
            }

            private void html(String source) {
                Matcher tags = TAG.matcher(source.replace(COMMENT, ""));
                while (tags.find()) {
                    elements.add(tags.group(1));
                }
                text.append(
                        tags.reset().replaceAll("").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
            }

            @Override
            public void visit(Link node) {
                links.add(node.getDestination());
            }

            @Override
            public void visit(Image node) {
                links.add(node.getDestination());
            }
        });
        return new Rendered(text.toString(), List.copyOf(links), List.copyOf(elements));
    }
}
