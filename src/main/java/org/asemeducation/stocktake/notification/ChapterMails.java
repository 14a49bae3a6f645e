package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.notification.letter.NoticeWords;
import org.asemeducation.stocktake.notification.template.TemplateName;
import org.asemeducation.stocktake.report.chapter.ChapterNews;
import org.asemeducation.stocktake.report.chapter.ChapterNews.What;
import org.asemeducation.stocktake.report.chapter.Commission;
import org.asemeducation.stocktake.report.chapter.Commission.State;
import org.asemeducation.stocktake.report.chapter.Commissions;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells authors of commissioned chapters what is asked of them, and what has become of
 * it.
 */
@Component
class ChapterMails {

	private static final Map<What, String> FLAGS = Map.of(What.COMMISSIONED, "asked", What.CHANGED, "changed",
			What.RETURNED, "returned", What.ACCEPTED, "accepted", What.WITHDRAWN, "withdrawn", What.LEFT_OUT,
			"leftOut");

	private static final List<String> ALL = List.of("asked", "changed", "returned", "accepted", "withdrawn", "leftOut",
			"reminded", "overdue");

	private final Commissions commissions;

	private final Cycles cycles;

	private final Notices notices;

	private final JdbcClient jdbc;

	private final Clock clock;

	ChapterMails(Commissions commissions, Cycles cycles, Notices notices, JdbcClient jdbc, Clock clock) {
		this.commissions = commissions;
		this.cycles = cycles;
		this.notices = notices;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	@EventListener
	@Transactional
	void on(ChapterNews news) {
		Commission commission = this.commissions.find(news.cycle(), news.number()).orElseThrow();
		authors(commission).forEach((it) -> tell(commission, it, FLAGS.get(news.what()), news.because()));
	}

	/** Those who write it, with the clocks on their walls. */
	List<LocalContact> authors(Commission commission) {
		ContactId contact = commission.author().contact();
		ZoneId zone = this.cycles.get(commission.cycle()).zone();
		return this.jdbc.sql("""
				select c.id, c.zone from contact c where c.active and case
				    when cast(:contact as bigint) is not null then c.id = :contact
				    else exists (select from contact_role r where r.contact = c.id and r.party = :party
				        and r.role = 'coordinator') end
				order by c.id""")
			.param("contact", (contact != null) ? contact.value() : null)
			.param("party", commission.author().party().value())
			.query((row, number) -> new LocalContact(new ContactId(row.getLong("id")),
					(row.getString("zone") != null) ? ZoneId.of(row.getString("zone")) : zone))
			.list();
	}

	/** Queues one mail in the caller's transaction, and has its number. */
	long tell(Commission commission, LocalContact reader, String flag, @Nullable String because) {
		NoticeWords words = new NoticeWords(TemplateName.CHAPTER, "/camunda/app/tasklist/default/")
			.text("cycle", commission.cycle())
			.text("title", commission.title())
			.flag("waits", commission.state() == State.WRITING)
			.said("brief", commission.brief())
			.said("because", because)
			.day("due", commission.due(), this.clock.instant(), this.cycles.get(commission.cycle()).zone(),
					reader.zone());
		ALL.forEach((each) -> words.flag(each, each.equals(flag)));
		return this.notices.queue(reader.id(), Notices.CHAPTER, commission.cycle(), commission.key().requiredPart(),
				words);
	}

}
