/// The report as Markdown.
@NullMarked
package dev.faultline.views.report.text;

import org.jspecify.annotations.NullMarked;
