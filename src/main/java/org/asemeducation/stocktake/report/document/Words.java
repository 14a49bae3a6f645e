package org.asemeducation.stocktake.report.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

import org.asemeducation.stocktake.report.model.ReportModel;

/**
 * The words of codes and dates.
 */
public final class Words {

	private static final Map<String, String> CODES = Map.ofEntries(Map.entry("not-started", "Not started"),
			Map.entry("partly-completed", "Partly completed"), Map.entry("completed", "Completed"),
			Map.entry("not-yet-achieved", "Not yet achieved"), Map.entry("partly-achieved", "Partly achieved"),
			Map.entry("achieved", "Achieved"), Map.entry("ongoing", "Ongoing"), Map.entry("suspended", "Suspended"),
			Map.entry("concluded", "Concluded"), Map.entry("done", "Done"), Map.entry("partly", "Partly done"),
			Map.entry("changed", "Changed"), Map.entry("dropped", "Dropped"), Map.entry("under-way", "Under way"),
			Map.entry("planned", "Planned"), Map.entry("confirmed", "Confirmed"), Map.entry("held", "Held"),
			Map.entry("strongly", "Strongly"), Map.entry("little", "Little"),
			Map.entry("nothing-reported", "Nothing reported"), Map.entry("picture", "Picture"),
			Map.entry("chart", "Chart"), Map.entry("testimonial", "Testimonial"),
			Map.entry("nothing-to-report", "Nothing to report"), Map.entry("merged", "Merged into another initiative"),
			Map.entry("accepted", "Update accepted"), Map.entry("under-review", "Submitted, under review"),
			Map.entry("returned", "Returned for revision, not received again"),
			Map.entry("draft-not-submitted", "Draft not submitted"),
			Map.entry("no-update-received", "No update received"), Map.entry("not-asked", "Not asked yet"),
			Map.entry("request", "Coordinators are asked"), Map.entry("deadline", "Updates are due"),
			Map.entry("freeze", "Gathering ends"), Map.entry("reviews", "Reviews are done"),
			Map.entry("comments", "Comments of the Standing Working Group are due"),
			Map.entry("papers", "Papers for SOM2 are sent"));

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

	private final ZoneId zone;

	Words(String zone) {
		this.zone = ZoneId.of(zone);
	}

	/**
	 * The words of a code.
	 * @param code as in the model
	 * @return a code we do not know stands for itself
	 */
	public static String of(String code) {
		return CODES.getOrDefault(code, code);
	}

	static String day(LocalDate date) {
		return DAY.format(date);
	}

	String day(Instant instant) {
		return DAY.format(instant.atZone(this.zone));
	}

	String minute(Instant instant) {
		return "%s (%s)".formatted(MINUTE.format(instant.atZone(this.zone)), this.zone.getId());
	}

	/** Which version this is, and from when. */
	String edition(ReportModel report) {
		String at = minute(report.compiledAt());
		return switch (report.state()) {
			case DRAFT -> "Draft, version %d, compiled on %s".formatted(report.version(), at);
			case FOR_OFFICIALS -> "Version %d for senior officials, sealed on %s".formatted(report.version(), at);
			case FOR_MINISTERS -> "Version %d for ministers, sealed on %s".formatted(report.version(), at);
			case CORRECTED -> "Version %d, corrected on %s".formatted(report.version(), at);
			case PUBLISHED -> "Published on %s".formatted(day(report.compiledAt()));
		};
	}

	static String count(int number, String one, String many) {
		return number + " " + ((number == 1) ? one : many);
	}

}
