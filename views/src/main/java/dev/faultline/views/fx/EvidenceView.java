package dev.faultline.views.fx;

import dev.faultline.model.analysis.Facts;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.paint.Box;
import dev.faultline.views.paint.Palette;
import dev.faultline.views.paint.Role;
import dev.faultline.views.timeline.EvidenceFigure;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The picture of a finding's evidence, as the report has it; as high as its rows need.
public final class EvidenceView extends Region {
    private static final double WIDTH = 640;

    private final Facts facts;
    private final Finding finding;
    private final Paper paper = new Paper(this::paint);
    private @Nullable EvidenceFigure figure;

    public EvidenceView(Facts facts, Finding finding) {
        this.facts = facts;
        this.finding = finding;
        getStyleClass().add("evidence-view");
        getChildren().add(paper);
    }

    /// Takes the colours of another palette.
    public void setPalette(Palette palette) {
        paper.use(palette);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return figure(width < 0 ? WIDTH : width).height();
    }

    @Override
    protected void layoutChildren() {
        paper.resizeRelocate(0, 0, getWidth(), getHeight());
        paper.repaint();
    }

    private EvidenceFigure figure(double width) {
        double wanted = Math.max(100, Math.floor(width));
        EvidenceFigure known = figure;
        if (known == null || known.width() != wanted) {
            known = EvidenceFigure.layout(facts, finding, wanted);
            figure = known;
        }
        return known;
    }

    private void paint(FxSurface surface) {
        surface.fill(new Box(0, 0, getWidth(), getHeight()),
                Role.BACKGROUND);
        figure(getWidth()).paint(surface);
    }
}
