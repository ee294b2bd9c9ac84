package dev.faultline.views.paint;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The states of goroutines can be told apart by people who see no red or no green, in every theme.
class ColourVisionTest {
    /// Distance in CIE L*a*b* between colours that nobody mixes up; 2.3 is just noticeable.
    private static final double APART = 15;
    private static final List<Role> STATES = List.of(Role.RUNNING, Role.RUNNABLE, Role.SYSCALL, Role.CHANNEL, Role.SYNC,
            Role.NETWORK, Role.SLEEP, Role.OTHER);

    /// How linear red, green and blue are seen. Source: Machado, Oliveira, Fernandes 2009, severity 1.
    private enum Vision {
        USUAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
        PROTANOPIA(0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998),
        DEUTERANOPIA(0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881);

        private final double[] matrix;

        Vision(double... matrix) {
            this.matrix = matrix;
        }

        double[] see(int argb) {
            double[] rgb = {linear(argb >> 16), linear(argb >> 8), linear(argb)};
            double[] seen = new double[3];
            for (int i = 0; i < 3; i++) {
                double sum = matrix[3 * i] * rgb[0] + matrix[3 * i + 1] * rgb[1] + matrix[3 * i + 2] * rgb[2];
                seen[i] = Math.clamp(sum, 0, 1);
            }
            return lab(seen);
        }
    }

    @Test
    void statesAreApartForAllEyes() {
        for (Palette palette : List.of(Palette.light(), Palette.dark(), Palette.contrast())) {
            for (Vision vision : Vision.values()) {
                for (Role a : STATES) {
                    for (Role b : STATES.subList(STATES.indexOf(a) + 1, STATES.size())) {
                        double distance = distance(vision.see(palette.argb(a)), vision.see(palette.argb(b)));
                        assertTrue(distance >= APART, () -> a + " and " + b + " are " + distance + " apart, " + vision);
                    }
                }
            }
        }
    }

    @Test
    void highContrastIsHigh() {
        for (Role role : List.of(Role.TEXT, Role.DIM, Role.ACCENT, Role.CRITICAL, Role.WARNING)) {
            double text = luminance(Palette.contrast().argb(role));
            double paper = luminance(Palette.contrast().argb(Role.BACKGROUND));
            assertTrue((text + 0.05) / (paper + 0.05) >= 7, role + " on the background");
        }
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16) + 0.7152 * linear(argb >> 8) + 0.0722 * linear(argb);
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }

    private static double linear(int channel) {
        double c = (channel & 0xFF) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private static double[] lab(double[] rgb) {
        double x = bend((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047);
        double y = bend(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
        double z = bend((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883);
        return new double[]{116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double bend(double t) {
        return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16.0 / 116;
    }
}
