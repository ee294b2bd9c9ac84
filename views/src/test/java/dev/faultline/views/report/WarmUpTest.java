package dev.faultline.views.report;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    /// In the background a failure would go unnoticed, and nothing would be saved.
    @Test
    void rendersItsPage() {
        assertDoesNotThrow(WarmUp::render);
    }
}
