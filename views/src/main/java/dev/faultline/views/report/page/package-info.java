/// The report as a document of elements: laid out on pages as a PDF, or as one HTML file. Text of a trace becomes text
/// nodes only. Pictures are vectors in both.
@NullMarked
package dev.faultline.views.report.page;

import org.jspecify.annotations.NullMarked;
