package org.asemeducation.stocktake.endorsement.paper;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.MeetingFormat;
import org.asemeducation.stocktake.cycle.MeetingKind;
import org.asemeducation.stocktake.cycle.paper.HeldMeeting;
import org.asemeducation.stocktake.cycle.paper.PaperCycle;
import org.asemeducation.stocktake.cycle.paper.PaperInitiative;
import org.asemeducation.stocktake.report.model.CleanText;
import org.jspecify.annotations.Nullable;

/**
 * What is typed beside the workbook: the cycle's name and its meetings.
 *
 * @param name such as {@code ASEMME8}
 * @param title such as {@code From Budapest to Bangkok}
 * @param meetings what is typed of each of the four
 */
record PaperForm(String name, String title, Map<MeetingKind, Typed> meetings) {

	/** Before there was an ASEM process, nothing of it met. */
	private static final LocalDate EARLIEST = LocalDate.of(1996, 1, 1);

	private static final int LONGEST = 200;

	static PaperForm of(Map<String, String> typed) {
		Map<MeetingKind, Typed> meetings = new LinkedHashMap<>();
		for (MeetingKind kind : MeetingKind.values()) {
			meetings.put(kind, new Typed(field(typed, "on-" + kind), field(typed, "place-" + kind),
					field(typed, "format-" + kind), field(typed, "host-" + kind)));
		}
		return new PaperForm(field(typed, "name"), field(typed, "title"), meetings);
	}

	static PaperForm of(PaperCycle cycle) {
		Map<String, String> typed = new LinkedHashMap<>(Map.of("name", cycle.name().value(), "title", cycle.title()));
		cycle.meetings().forEach((meeting) -> {
			typed.put("on-" + meeting.kind(), meeting.on().toString());
			typed.put("place-" + meeting.kind(), Objects.requireNonNullElse(meeting.place(), ""));
			typed.put("format-" + meeting.kind(), meeting.format().word());
			typed.put("host-" + meeting.kind(), Objects.requireNonNullElse(meeting.host(), ""));
		});
		return of(typed);
	}

	/** The fields by their names, as they are sent again. */
	public Map<String, String> fields() {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("name", this.name);
		fields.put("title", this.title);
		this.meetings.forEach((kind, typed) -> {
			fields.put("on-" + kind, typed.on());
			fields.put("place-" + kind, typed.place());
			fields.put("format-" + kind, typed.format());
			fields.put("host-" + kind, typed.host());
		});
		return fields;
	}

	/** What is wrong with it, in sentences. */
	List<String> problems(LocalDate today) {
		List<String> problems = new ArrayList<>();
		if (!this.name.matches("[A-Za-z0-9-]{1,40}")) {
			problems.add("Name the cycle with letters, digits and hyphens, as in ASEMME8.");
		}
		if (this.title.isEmpty()) {
			problems.add("Give the cycle a title, such as From Budapest to Bangkok.");
		}
		if (fields().values().stream().anyMatch((field) -> field.length() > LONGEST)) {
			problems.add("Write at most %d characters into each field.".formatted(LONGEST));
		}
		this.meetings.forEach((kind, typed) -> typed.problem(kind, today).ifPresent(problems::add));
		LocalDate last = this.meetings.get(MeetingKind.ASEMME).day();
		this.meetings.forEach((kind, typed) -> {
			LocalDate day = typed.day();
			if (last != null && day != null && day.isAfter(last)) {
				problems.add("%s is said to be on %s, after the ASEMME on %s: a cycle ends with its ministers’ meeting."
					.formatted(kind, day, last));
			}
		});
		return problems;
	}

	/** Once nothing is wrong. */
	PaperCycle with(List<PaperInitiative> initiatives) {
		List<HeldMeeting> held = new ArrayList<>();
		this.meetings.forEach((kind, typed) -> {
			LocalDate day = typed.day();
			if (day != null) {
				held.add(new HeldMeeting(kind, day, orNull(typed.place()), typed.how(), orNull(typed.host())));
			}
		});
		return new PaperCycle(new CycleName(this.name), this.title, held, initiatives);
	}

	private static String field(Map<String, String> typed, String name) {
		return CleanText.of(typed.getOrDefault(name, "")).replaceAll("\\s+", " ");
	}

	private static @Nullable String orNull(String text) {
		return text.isEmpty() ? null : text;
	}

	/**
	 * What is typed of a meeting.
	 *
	 * @param on its first day, such as {@code 2021-12-15}; empty when it was not held or
	 * is not known
	 * @param format {@code in-person}, {@code hybrid} or {@code virtual}; empty for the
	 * first
	 */
	record Typed(String on, String place, String format, String host) {

		private Optional<String> problem(MeetingKind kind, LocalDate today) {
			LocalDate day = day();
			if (this.on.isEmpty()) {
				return (kind == MeetingKind.ASEMME)
						? Optional.of("Give the day of the ASEMME, on which ministers adopted the work plan.")
						: (this.place + this.host).isEmpty() ? Optional.empty()
								: Optional
									.of("Give the day on which the %s was held, or leave its place and host empty."
										.formatted(kind));
			}
			if (day == null) {
				return Optional
					.of("Write the day of the %s as year, month and day, such as 2021-12-15.".formatted(kind));
			}
			if (day.isAfter(today) || day.isBefore(EARLIEST)) {
				return Optional
					.of("The %s is said to be on %s: give the day on which it was held.".formatted(kind, day));
			}
			return Optional.empty();
		}

		private @Nullable LocalDate day() {
			try {
				return this.on.isEmpty() ? null : LocalDate.parse(this.on);
			}
			catch (DateTimeParseException ex) {
				return null;
			}
		}

		private MeetingFormat how() {
			return this.format.isEmpty() ? MeetingFormat.IN_PERSON : MeetingFormat.of(this.format);
		}

	}

}
