package org.asemeducation.stocktake.access;

import java.time.LocalDate;

import org.asemeducation.stocktake.engine.Refused;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Somebody of the secretariat is always left: without them nobody could enter anybody.
 */
@Component
public class LastSecretary {

	private static final String ALONE = """
			select exists (select from contact_role where contact = :id and role = 'secretariat')
			and not exists (select from contact_role r join contact c on c.id = r.contact and c.active
			    where r.role = 'secretariat' and c.id <> :id""";

	private final JdbcClient jdbc;

	LastSecretary(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Whether nobody else is of the secretariat.
	 * @param contact whom
	 */
	public boolean is(ContactId contact) {
		return isAlone(contact, ")");
	}

	/** Nobody becomes or ceases to be the last until the caller's transaction ends. */
	void lock() {
		this.jdbc.sql("select contact from contact_role where role = 'secretariat' order by contact, party for update")
			.query(Long.class)
			.list();
	}

	/**
	 * Goes on only when somebody else is of the secretariat.
	 * @throws Refused when nobody is
	 */
	void requireAnother(Contact leaving) {
		lock();
		if (is(leaving.id())) {
			throw Refused.conflict(
					"%s is the last person of the secretariat: enter another one first.".formatted(leaving.name()));
		}
	}

	/**
	 * Goes on only when somebody else is of the secretariat for good.
	 * @throws Refused when nobody is
	 */
	void requireAnotherWithoutEnd(Contact leaving, LocalDate day) {
		lock();
		if (isAlone(leaving.id(), " and c.until_day is null)")) {
			throw Refused
				.conflict("After %s nobody of the secretariat would be left without a last day, and nobody could enter"
					.formatted(day) + " another: enter somebody else first, or take their last day away.");
		}
	}

	private boolean isAlone(ContactId contact, String others) {
		return this.jdbc.sql(ALONE + others).param("id", contact.value()).query(Boolean.class).single();
	}

}
