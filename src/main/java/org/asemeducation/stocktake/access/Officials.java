package org.asemeducation.stocktake.access;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Officials: the people who speak for one of the partners of the ASEM Education Process,
 * that is for a partner country, the European Union or the ASEAN Secretariat. What is put
 * to officials is theirs to read; nothing before.
 */
@Component
public class Officials {

	private static final String PARTNERS = "select id, name, acronym, kind, region, group_id from party where partner ";

	private final JdbcClient jdbc;

	Officials(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * All partners.
	 * @return in the order of their names
	 */
	public List<Party> partners() {
		return this.jdbc.sql(PARTNERS + "order by name").query(Parties::party).list();
	}

	/**
	 * The partners that a person speaks for.
	 * @param person whom
	 * @return in the order of their names; none for anybody else
	 */
	public List<Party> of(Person person) {
		return this.jdbc.sql(PARTNERS + "and group_id = any(:groups) order by name")
			.param("groups", person.groups().toArray(String[]::new))
			.query(Parties::party)
			.list();
	}

	/**
	 * Goes on only for officials and the secretariat.
	 * @param person who
	 * @return the person
	 * @throws AccessDeniedException for anybody else; it is answered with 403
	 */
	public Person require(Person person) {
		if (!person.isSecretariat() && of(person).isEmpty()) {
			throw new AccessDeniedException("Only officials of the partners and the secretariat find something here:"
					+ " ask the secretariat if you speak for a partner.");
		}
		return person;
	}

	/**
	 * Goes on only for officials of one partner and the secretariat.
	 * @param person who
	 * @param partner which
	 * @return the partner
	 * @throws AccessDeniedException for anybody else; it is answered with 403
	 */
	public Party require(Person person, PartyId partner) {
		return (person.isSecretariat() ? partners() : of(person)).stream()
			.filter((one) -> one.id().equals(partner))
			.findFirst()
			.orElseThrow(() -> new AccessDeniedException(
					"This is for the officials of another partner, and for the secretariat."));
	}

}
