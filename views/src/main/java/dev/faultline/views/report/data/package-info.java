/// The findings of a report as data for other programs: SARIF for code hosts, JUnit XML for build servers.
@NullMarked
package dev.faultline.views.report.data;

import org.jspecify.annotations.NullMarked;
