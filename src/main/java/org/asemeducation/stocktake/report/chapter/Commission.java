package org.asemeducation.stocktake.report.chapter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.asemeducation.stocktake.report.model.ReportChapter;
import org.jspecify.annotations.Nullable;

/**
 * A chapter that the secretariat has asked an author for.
 *
 * @param cycle whose report it is for
 * @param number counted from 1 within the cycle
 * @param title its heading
 * @param behind the chapter that it stands behind
 * @param brief what is asked for; plain text
 * @param author who writes it
 * @param due the last day, in the cycle's zone
 * @param state how far it is
 * @param because why it was withdrawn, or returned last; {@code null} for neither
 */
public record Commission(CycleName cycle, int number, String title, ReportChapter behind, String brief, Author author,
		LocalDate due, State state, @Nullable String because) {

	private static final String CHAPTER = "chapter/";

	/**
	 * What its process, its tasks and its entries in the audit are about.
	 * @return such as {@code ASEMME9/chapter/1}
	 */
	public BusinessKey key() {
		return key(this.cycle, this.number);
	}

	static BusinessKey key(CycleName cycle, int number) {
		return BusinessKey.of(cycle.value(), CHAPTER + number);
	}

	static int number(BusinessKey about) {
		return Integer.parseInt(about.requiredPart().substring(CHAPTER.length()));
	}

	/**
	 * Who writes a chapter: a person, or whoever speaks for a party.
	 *
	 * @param party for which it is written
	 * @param group the engine's group of the party
	 * @param partyName in full
	 * @param contact the person; {@code null}: anybody who speaks for the party
	 * @param userId of that person
	 * @param name of that person
	 */
	public record Author(PartyId party, String group, String partyName, @Nullable ContactId contact,
			@Nullable String userId, @Nullable String name) {

		/**
		 * How the author is called in a sentence.
		 * @return the person's name with the party's, or the party's alone
		 */
		public String called() {
			return (this.name != null) ? "%s (%s)".formatted(this.name, this.partyName) : this.partyName;
		}

		boolean is(Person person) {
			return (this.userId != null) ? this.userId.equals(person.userId()) : person.groups().contains(this.group);
		}

		/** The engine's groups that may write it beside that person. */
		List<String> groups(String secretariat) {
			return (this.userId != null) ? List.of(secretariat) : List.of(secretariat, this.group);
		}

		Optional<String> person() {
			return Optional.ofNullable(this.userId);
		}

	}

	/** How far a chapter is. */
	public enum State {

		/** Its author writes it. */
		WRITING("being written"),
		/** It lies with the secretariat. */
		HANDED_IN("handed in"),
		/** It is printed. */
		ACCEPTED("accepted"),
		/** Nobody writes it any more, and it is not printed. */
		WITHDRAWN("withdrawn"),
		/** The report was sealed without it. */
		LEFT_OUT("left out");

		private final String words;

		State(String words) {
			this.words = words;
		}

		/**
		 * As a person reads it.
		 * @return lower case
		 */
		public String words() {
			return this.words;
		}

		/**
		 * Whether somebody still works on it.
		 * @return true before it is accepted, withdrawn or left out
		 */
		public boolean isOpen() {
			return this == WRITING || this == HANDED_IN;
		}

		static State of(@Nullable String over, boolean waits) {
			return (over != null) ? valueOf(over.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))
					: waits ? HANDED_IN : WRITING;
		}

	}

}
