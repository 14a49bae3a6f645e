package org.asemeducation.stocktake.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.asemeducation.stocktake.access.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A mail to come: what falls due for one person at one moment.
 *
 * @param contact whom
 * @param at when
 * @param lines why, the most overdue first
 * @param mail its number in the ledger; {@code null} until it is queued
 * @param held why it is held though it is queued, or a digest; {@code null} for any other
 */
record PlannedMail(ContactId contact, Instant at, List<PlannedLine> lines, @Nullable Long mail,
		@Nullable HeldBack held) {

	private static final Comparator<PlannedLine> MOST_OVERDUE_FIRST = Comparator
		.comparing((PlannedLine line) -> Ladder.INFORM.key().equals(line.kind()))
		.thenComparing(PlannedLine::day, Comparator.nullsLast(Comparator.naturalOrder()));

	static final Comparator<PlannedMail> IN_ORDER_OF_TIME = Comparator.comparing(PlannedMail::at)
		.thenComparing((mail) -> mail.contact().value());

	PlannedMail {
		lines = lines.stream().sorted(MOST_OVERDUE_FIRST).toList();
	}

	/** What falls due for the same person at the same moment is one mail. */
	static List<PlannedMail> of(Collection<Moment> moments) {
		Map<Place, List<PlannedLine>> byPlace = new LinkedHashMap<>();
		moments.forEach(
				(moment) -> byPlace.computeIfAbsent(moment.place(), (place) -> new ArrayList<>(2)).add(moment.line()));
		return byPlace.entrySet()
			.stream()
			.map((mail) -> new PlannedMail(mail.getKey().contact(), mail.getKey().at(), mail.getValue(), null, null))
			.toList();
	}

	/** The next digest of a reader. */
	static PlannedMail digest(ContactId reader, Instant at, @Nullable HeldBack held) {
		return new PlannedMail(reader, at, List.of(PlannedLine.of("digest", (held != null) ? Stop.HELD : null)), null,
				held);
	}

	/** Whether it is a digest that is not claimed yet. */
	boolean isDigest() {
		return this.mail == null && this.lines.stream().anyMatch((line) -> "digest".equals(line.kind()));
	}

	/** Whether it reminds of a commissioned chapter, and is not queued yet. */
	boolean isOfAChapter() {
		return this.mail == null && this.lines.stream().anyMatch((line) -> PlannedLine.CHAPTER.equals(line.kind()));
	}

	/** Whether it reminds of the advice on proposals, and is not queued yet. */
	boolean isOfAdvice() {
		return this.mail == null
				&& this.lines.stream().anyMatch((line) -> Ladder.ADVICE_REMINDER.key().equals(line.kind()));
	}

	/** Whether anything is left that nothing keeps back. */
	boolean isToCome() {
		return this.lines.stream().anyMatch(PlannedLine::isToCome);
	}

	/** What keeps the whole mail back; {@code null} when something is to come. */
	@Nullable Stop stop() {
		return isToCome() ? null
				: this.lines.stream()
					.map(PlannedLine::stop)
					.filter(Objects::nonNull)
					.min(Comparator.naturalOrder())
					.orElse(null);
	}

	PlannedMail withoutWhatIsStopped() {
		return new PlannedMail(this.contact, this.at, this.lines.stream().filter(PlannedLine::isToCome).toList(),
				this.mail, this.held);
	}

	/** What is claimed when it is sent now, held or not. */
	List<Claim> claims() {
		List<Claim> claims = new ArrayList<>();
		for (PlannedLine line : this.lines) {
			Claim claim = line.claim();
			if (claim != null && (line.isToCome() || line.isHeld())) {
				claims.add(claim);
			}
		}
		return claims;
	}

	/** What holds are about, or would be. */
	List<Hold.Key> keys() {
		return claims().stream().map(Hold.Key::of).distinct().toList();
	}

	/**
	 * Something that falls due for somebody.
	 */
	record Moment(ContactId contact, Instant at, PlannedLine line) {

		static Moment of(DueRung rung, @Nullable Stop stop) {
			return new Moment(rung.claim().contact(), rung.at(), PlannedLine.of(rung.claim(), stop));
		}

		Place place() {
			return new Place(this.contact, this.at);
		}

	}

	private record Place(ContactId contact, Instant at) {
	}

}
