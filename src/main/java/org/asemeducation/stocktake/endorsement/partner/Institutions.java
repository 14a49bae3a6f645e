package org.asemeducation.stocktake.endorsement.partner;

import java.sql.Timestamp;
import java.time.Clock;

import org.asemeducation.stocktake.access.Party;
import org.asemeducation.stocktake.access.PartyId;
import org.asemeducation.stocktake.engine.Audit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which ministry or institution belongs to which partner: as its name says, or as the
 * secretariat does.
 */
@Component
class Institutions {

	private static final String LIKE = """
			not q.partner and (:search = '' or position(lower(:search) in lower(q.name)) > 0
			    or position(lower(:search) in lower(q.acronym)) > 0)""";

	/** The partners are looked for only for those of the page. */
	private static final String PAGE = """
			with page as materialized (
			    select q.id, q.name from party q where {like} order by lower(q.name), q.id limit :size offset :offset)
			select q.name, coalesce((select string_agg(p.name, ', ' order by p.name)
			    from partner_party b join party p on p.id = b.partner where b.party = q.id), '') as partner
			from page q order by lower(q.name), q.id""";

	private final JdbcClient jdbc;

	private final Audit audit;

	private final Clock clock;

	Institutions(JdbcClient jdbc, Audit audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A page of the parties that are no partners.
	 * @param words in a name or an acronym; empty for all
	 * @param page from 1; the last one where there are fewer
	 */
	InstitutionPage page(String words, int page) {
		String search = words.strip();
		int found = this.jdbc.sql("select count(*) from party q where " + LIKE)
			.param("search", search)
			.query(Integer.class)
			.single();
		int shown = Math.max(1, Math.min(page, (found + InstitutionPage.SIZE - 1) / InstitutionPage.SIZE));
		return new InstitutionPage(search, found, shown,
				this.jdbc.sql(PAGE.replace("{like}", LIKE))
					.param("search", search)
					.param("size", InstitutionPage.SIZE)
					.param("offset", (shown - 1L) * InstitutionPage.SIZE)
					.query(InstitutionPage.Line.class)
					.list());
	}

	/**
	 * Says to which partner an institution belongs; what was said before is forgotten.
	 * @param institution a party that is no partner
	 * @param partner a partner
	 * @param by the user id
	 * @throws IllegalArgumentException when they are not that
	 */
	@Transactional
	public void enter(Party institution, PartyId partner, String by) {
		int entered = this.jdbc.sql("""
				insert into partner_institution (party, partner, entered_at, entered_by)
				select q.id, p.id, :at, :by from party q, party p
				where q.id = :institution and not q.partner and p.id = :partner and p.partner
				on conflict (party) do update
				set partner = excluded.partner, entered_at = excluded.entered_at, entered_by = excluded.entered_by""")
			.param("institution", institution.id().value())
			.param("partner", partner.value())
			.param("at", Timestamp.from(this.clock.instant()))
			.param("by", by)
			.update();
		if (entered == 0) {
			throw new IllegalArgumentException(
					"Nothing is entered: choose the partner that %s belongs to; a partner itself belongs to none."
						.formatted(institution.label()));
		}
		this.audit.record(by, "enter institution", "party " + institution.id().value(), null,
				"of party " + partner.value());
	}

}
