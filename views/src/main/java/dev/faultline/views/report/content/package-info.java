/// What a report says, in its order, as blocks that know nothing of a form: [dev.faultline.views.report.content.Chapters]
/// makes them of a trace, the forms write them. A chapter needs its trace no longer once it is made.
@NullMarked
package dev.faultline.views.report.content;

import org.jspecify.annotations.NullMarked;
