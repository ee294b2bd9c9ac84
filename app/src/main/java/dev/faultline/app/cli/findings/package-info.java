/// `faultline analyze`: the findings as text, JSON and PDF.
@NullMarked
package dev.faultline.app.cli.findings;

import org.jspecify.annotations.NullMarked;
