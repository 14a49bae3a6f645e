package org.asemeducation.stocktake.notification;

import java.util.List;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.HostSteps;
import org.asemeducation.stocktake.cycle.hosting.HostAsked;
import org.asemeducation.stocktake.notification.letter.Notice;
import org.asemeducation.stocktake.notification.letter.Notice.Link;
import org.asemeducation.stocktake.notification.letter.Notice.Part;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the contacts of a host that a step of their meeting waits for them.
 */
@Component
class HostMails {

	private final Notices notices;

	private final JdbcClient jdbc;

	HostMails(Notices notices, JdbcClient jdbc) {
		this.notices = notices;
		this.jdbc = jdbc;
	}

	@EventListener
	@Transactional
	void on(HostAsked asked) {
		String what = switch (asked.step()) {
			case HostSteps.PROPOSE_DATE_AND_PLACE -> "propose date and place";
			case HostSteps.NAME_THEME -> "name the theme";
			case HostSteps.GIVE_PROGRAMME -> "give the programme";
			default -> "send the list of participants";
		};
		Notice notice = new Notice("%s: %s of %s".formatted(asked.cycle(), what, asked.kind()),
				"please %s of %s (%s), which you host.".formatted(what, asked.kind(), asked.cycle()),
				new Link("/camunda/app/tasklist/default/", "Open Tasklist"), List.of(new Part("How",
						"The task stands in your list “Our meetings”. If you would rather send it by mail, reply to this one: the secretariat enters it for you.")));
		this.jdbc.sql("""
				select distinct c.id from contact c join contact_role r on r.contact = c.id and r.role = 'coordinator'
				where c.active and r.party = :party order by c.id""")
			.param("party", asked.party().value())
			.query((row, number) -> new ContactId(row.getLong("id")))
			.list()
			.forEach((reader) -> this.notices.queue(reader, Notices.HOST, asked.cycle(), asked.kind(), notice));
	}

}
