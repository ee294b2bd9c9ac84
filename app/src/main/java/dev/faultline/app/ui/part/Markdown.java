package dev.faultline.app.ui.part;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A Markdown document as controls, and its headings as places to go to.
public final class Markdown {
    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final VBox node = new VBox();
    private final List<Section> sections = new ArrayList<>();
    private final Consumer<String> follow;

    /// A heading.
    ///
    /// @param level 1 is the document's title
    public record Section(String title, int level, javafx.scene.Node place) {}

    /// @param follow goes to the target of a link, such as `glossary.md` or `#findings`
    public Markdown(String text, Consumer<String> follow) {
        this.follow = follow;
        node.getStyleClass().add("document");
        blocks(PARSER.parse(text), node);
    }

    public VBox node() {
        return node;
    }

    /// The headings, from top to bottom.
    public List<Section> sections() {
        return List.copyOf(sections);
    }

    private void blocks(Node parent, VBox box) {
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            switch (block) {
                case Heading heading -> heading(heading, box);
                case Paragraph paragraph -> box.getChildren().add(flow(paragraph));
                case FencedCodeBlock code -> box.getChildren().add(code(code.getLiteral().stripTrailing()));
                case BulletList list -> list(list, 0, box);
                case OrderedList list -> list(list, 1, box);
                default -> other(block, box);
            }
        }
    }

    private void heading(Heading heading, VBox box) {
        TextFlow flow = flow(heading);
        flow.getStyleClass().add("document-heading-" + Math.min(3, heading.getLevel()));
        sections.add(new Section(plain(heading), heading.getLevel(), flow));
        box.getChildren().add(flow);
    }

    private void other(Node block, VBox box) {
        var rows = new ArrayList<TableRow>();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomNode custom) {
                if (custom instanceof TableRow row) {
                    rows.add(row);
                } else {
                    visitChildren(custom);
                }
            }
        });
        if (!rows.isEmpty()) {
            box.getChildren().add(table(rows));
        }
    }

    private GridPane table(List<TableRow> rows) {
        var grid = new GridPane();
        grid.getStyleClass().add("document-table");
        int columns = 0;
        for (int y = 0; y < rows.size(); y++) {
            int x = 0;
            for (Node cell = rows.get(y).getFirstChild(); cell != null; cell = cell.getNext()) {
                TextFlow flow = flow(cell);
                if (cell instanceof TableCell head && head.isHeader()) {
                    flow.getStyleClass().add("document-table-head");
                }
                grid.add(flow, x++, y);
            }
            columns = Math.max(columns, x);
        }
        for (int x = 0; x < columns; x++) {
            var column = new ColumnConstraints();
            // the last column has the sentences
            column.setPercentWidth(x == columns - 1 ? 100 - 36.0 * Math.min(1, x) : 36.0 / (columns - 1));
            grid.getColumnConstraints().add(column);
        }
        return grid;
    }

    private void list(Node list, int first, VBox box) {
        int number = first;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            if (item instanceof ListItem) {
                var mark = new Label(first == 0 ? "•" : number++ + ".");
                mark.setMinWidth(Region.USE_PREF_SIZE);
                var content = new VBox(4);
                HBox.setHgrow(content, Priority.ALWAYS);
                blocks(item, content);
                box.getChildren().add(new HBox(8, mark, content));
            }
        }
    }

    private static Label code(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("code", "document-code");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private TextFlow flow(Node block) {
        var flow = new TextFlow();
        inline(block, flow, null);
        return flow;
    }

    private void inline(Node parent, TextFlow flow, @Nullable String style) {
        for (Node part = parent.getFirstChild(); part != null; part = part.getNext()) {
            switch (part) {
                case Text text -> flow.getChildren().add(text(text.getLiteral(), style));
                case SoftLineBreak _ -> flow.getChildren().add(text(" ", style));
                case Code code -> flow.getChildren().add(text(code.getLiteral(), "document-inline-code"));
                case StrongEmphasis strong -> inline(strong, flow, "document-strong");
                case Emphasis emphasis -> inline(emphasis, flow, "document-emphasis");
                case Link link -> flow.getChildren().add(link(link));
                default -> {
                    // pictures lie beside the document, not in the program
                }
            }
        }
    }

    private Hyperlink link(Link link) {
        var words = new Hyperlink(plain(link));
        words.setMnemonicParsing(false);
        words.setOnAction(event -> follow.accept(link.getDestination()));
        return words;
    }

    private static javafx.scene.text.Text text(String words, @Nullable String style) {
        var text = new javafx.scene.text.Text(words);
        text.getStyleClass().add("document-text");
        if (style != null) {
            text.getStyleClass().add(style);
        }
        return text;
    }

    private static String plain(Node parent) {
        var words = new StringBuilder();
        parent.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }
        });
        return words.toString();
    }
}
