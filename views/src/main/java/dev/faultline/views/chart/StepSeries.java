package dev.faultline.views.chart;

import java.util.function.IntToDoubleFunction;

/// Points of lines and areas, as a chart's dataset takes them: one row of x, one of y.
final class StepSeries {
    private StepSeries() {
    }

    /// A staircase: every step of the population level from its begin to its end.
    static double[][] of(Population population, IntToDoubleFunction level) {
        int steps = population.steps();
        double[][] points = new double[2][2 * steps];
        for (int i = 0; i < steps; i++) {
            points[0][2 * i] = population.startNs(i);
            points[0][2 * i + 1] = population.startNs(i + 1);
            points[1][2 * i] = level.applyAsDouble(i);
            points[1][2 * i + 1] = points[1][2 * i];
        }
        return points;
    }
}
