package org.asemeducation.stocktake.notification;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.review.MailsToReviewers;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads from the mail plan what members of the reviewing body are still to be sent.
 */
@Component
class ReviewersMails implements MailsToReviewers {

	private final Cycles cycles;

	private final MailPlan plan;

	private final JdbcClient jdbc;

	ReviewersMails(Cycles cycles, MailPlan plan, JdbcClient jdbc) {
		this.cycles = cycles;
		this.plan = plan;
		this.jdbc = jdbc;
	}

	@Override
	@Transactional(readOnly = true)
	public List<ToCome> toCome(CycleName cycle) {
		Map<ContactId, String> names = new HashMap<>();
		this.jdbc.sql("""
				select c.id, c.name from contact c
				where exists (select from contact_role r where r.contact = c.id and r.role = 'reviewer')""")
			.query((row) -> {
				names.put(new ContactId(row.getLong("id")), row.getString("name"));
			});
		return this.plan.of(this.cycles.get(cycle))
			.stream()
			.filter((mail) -> mail.isToCome() && names.containsKey(mail.contact()))
			.map((mail) -> new ToCome(mail.at().truncatedTo(ChronoUnit.MINUTES), why(mail), names.get(mail.contact())))
			.toList();
	}

	private static String why(PlannedMail mail) {
		return mail.lines()
			.stream()
			.map((line) -> line.kind().replace('-', ' '))
			.distinct()
			.collect(Collectors.joining(", "));
	}

}
