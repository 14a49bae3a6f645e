package org.asemeducation.stocktake.report.chapter;

import java.util.Collection;
import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Commissioned chapters whose author leaves the secretariat while they are being written.
 */
@Component
public class PassingCommissionsOn {

	private static final String OPEN = """
			select k.cycle, k.number, k.title, c.user_id as author, coalesce(p.acronym, p.name) as party, p.id as of_party
			from chapter_commission k join contact c on c.id = k.contact join party p on p.id = k.party
			where k.over_as is null and c.user_id = any(:users) order by k.cycle, k.number""";

	private final JdbcClient jdbc;

	private final Cycles cycles;

	private final Commissions commissions;

	private final CommissionProcess process;

	PassingCommissionsOn(JdbcClient jdbc, Cycles cycles, Commissions commissions, CommissionProcess process) {
		this.jdbc = jdbc;
		this.cycles = cycles;
		this.commissions = commissions;
		this.process = process;
	}

	/**
	 * Which chapters some people write.
	 * @param users their user ids
	 * @return by cycle and number
	 */
	public List<Written> of(Collection<String> users) {
		return this.jdbc.sql(OPEN).param("users", users.toArray(String[]::new)).query(Written.class).list();
	}

	/**
	 * Whether somebody could write a chapter in another's place.
	 * @param chapter which one
	 * @param user the user id
	 * @return whether they have a part in its party
	 */
	public boolean couldBeBy(Written chapter, String user) {
		return this.jdbc.sql("""
				select exists (select from contact_role r join contact c on c.id = r.contact and c.active
				    where r.party = :party and c.user_id = :user)""")
			.param("party", chapter.ofParty())
			.param("user", user)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Names somebody else as the author, also of the open task.
	 * @param chapter which one
	 * @param to the user id
	 */
	@Transactional
	public void passOn(Written chapter, String to) {
		CycleName cycle = new CycleName(chapter.cycle());
		this.cycles.lock(cycle);
		this.jdbc.sql("""
				update chapter_commission set contact = (select id from contact where user_id = :to)
				where cycle = :cycle and number = :number and over_as is null""")
			.param("to", to)
			.param("cycle", chapter.cycle())
			.param("number", chapter.number())
			.update();
		this.process.changed(this.commissions.get(cycle, chapter.number()), true);
	}

	/**
	 * A chapter that somebody writes.
	 *
	 * @param cycle the cycle's name
	 * @param number of the chapter
	 * @param title of the chapter
	 * @param author the user id
	 * @param party how its party is called
	 * @param ofParty the party's number
	 */
	public record Written(String cycle, int number, String title, String author, String party, long ofParty) {
	}

}
