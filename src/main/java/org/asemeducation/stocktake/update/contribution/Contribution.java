package org.asemeducation.stocktake.update.contribution;

import java.time.Instant;

import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.access.Person;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.BusinessKey;
import org.jspecify.annotations.Nullable;

/**
 * That a party is asked what it does, and how far that is.
 *
 * @param cycle in which cycle
 * @param party which
 * @param name of the party, in full
 * @param kind of the party, in the register's words
 * @param region {@code Asia}, {@code Europe} or {@code null}
 * @param group the engine's group of the people who speak for it
 * @param invitedAt since when
 * @param state how far it is
 * @param because what the AES asked to change, or why it is left out; {@code null} for
 * neither
 */
public record Contribution(CycleName cycle, PartyId party, String name, String kind, @Nullable String region,
		String group, Instant invitedAt, State state, @Nullable String because) {

	private static final String PART = "contribution/";

	/**
	 * What its process, its tasks and its entries in the audit are about.
	 * @return such as {@code ASEMME9/contribution/17}
	 */
	public BusinessKey key() {
		return BusinessKey.of(this.cycle.value(), PART + this.party.value());
	}

	static boolean isAbout(BusinessKey about) {
		return about.part() != null && about.part().startsWith(PART);
	}

	static PartyId party(BusinessKey about) {
		return new PartyId(Long.parseLong(about.requiredPart().substring(PART.length())));
	}

	boolean isOf(Person person) {
		return person.groups().contains(this.group);
	}

	/** How far a contribution is. */
	public enum State {

		/** The party may write it. */
		INVITED("invited, nothing submitted"),
		/** It lies with the AES. */
		SUBMITTED("submitted"),
		/** The AES has asked for a change, once. */
		RETURNED("returned for a change"),
		/** It is printed. */
		ACCEPTED("accepted"),
		/** It is not printed. */
		LEFT_OUT("left out"),
		/** The gathering closed without one. */
		NOT_WRITTEN("nothing written"),
		/** The party is asked for an update in its place. */
		DROPPED("not asked any more");

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

		/** Whether the party may write. */
		boolean isWritten() {
			return this == INVITED || this == RETURNED;
		}

		String word() {
			return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
		}

		static State of(@Nullable String over, boolean submitted, @Nullable String verdict) {
			if (over != null) {
				return valueOf(over.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
			}
			if (submitted && verdict == null) {
				return SUBMITTED;
			}
			return "returned".equals(verdict) ? RETURNED : INVITED;
		}

	}

}
