package org.asemeducation.stocktake.cycle;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A date of a cycle that can be moved: the day of a meeting, or one of the deadlines.
 *
 * @param word the meeting, such as {@code SOM2}, or the deadline, such as {@code freeze}
 */
public record DateName(String word) {

	public DateName {
		if (all().noneMatch(word::equals)) {
			throw new IllegalArgumentException("\"%s\" is not a date of a cycle: use one of %s.".formatted(word,
					all().collect(Collectors.joining(", "))));
		}
	}

	static DateName of(MeetingKind meeting) {
		return new DateName(meeting.name());
	}

	static DateName of(DeadlineKind deadline) {
		return new DateName(deadline.word());
	}

	Optional<MeetingKind> meeting() {
		return Arrays.stream(MeetingKind.values()).filter((kind) -> kind.name().equals(this.word)).findFirst();
	}

	Optional<DeadlineKind> deadline() {
		return Arrays.stream(DeadlineKind.values()).filter((kind) -> kind.word().equals(this.word)).findFirst();
	}

	/** As a sentence calls it, such as {@code SOM2} or {@code the freeze}. */
	String inWords() {
		return deadline().map(DeadlineKind::inWords).orElse(this.word);
	}

	private static Stream<String> all() {
		return Stream.concat(Arrays.stream(MeetingKind.values()).map(MeetingKind::name),
				Arrays.stream(DeadlineKind.values()).map(DeadlineKind::word));
	}

	@Override
	public String toString() {
		return this.word;
	}

}
