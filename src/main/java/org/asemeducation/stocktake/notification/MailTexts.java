package org.asemeducation.stocktake.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.asemeducation.stocktake.access.ContactId;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.notification.letter.Letters;
import org.asemeducation.stocktake.notification.letter.Written;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows a mail before it leaves: it is claimed, queued and written as the run does it,
 * and all is taken back.
 */
@Component
class MailTexts {

	private final MailPlan plan;

	private final Ledger ledger;

	private final Bundling bundling;

	private final Acceptances acceptances;

	private final Letters letters;

	private final DueChapters chapters;

	private final DueAdvice advice;

	private final JdbcClient jdbc;

	private final Clock clock;

	private final TransactionTemplate transaction;

	MailTexts(MailPlan plan, Ledger ledger, Bundling bundling, Acceptances acceptances, Letters letters,
			DueChapters chapters, DueAdvice advice, JdbcClient jdbc, Clock clock,
			PlatformTransactionManager transactions) {
		this.plan = plan;
		this.ledger = ledger;
		this.bundling = bundling;
		this.acceptances = acceptances;
		this.letters = letters;
		this.chapters = chapters;
		this.advice = advice;
		this.jdbc = jdbc;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * The words of a mail to come, as they would be at its moment as things stand.
	 * @param cycle the cycle
	 * @param contact to whom
	 * @param at when it falls due
	 * @param mail its number, where it is queued; else {@code null}
	 * @return subject and both parts
	 * @throws Refused when it is not to come any more, or nothing is left to say
	 */
	Written of(Cycle cycle, ContactId contact, Instant at, @Nullable Long mail) {
		PlannedMail planned = this.plan.find(cycle, contact, at, mail).orElseThrow(MailTexts::notToCome);
		Instant now = this.clock.instant();
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			status.setRollbackOnly();
			return write(cycle, planned, at.isAfter(now) ? at : now);
		}));
	}

	static Refused notToCome() {
		return Refused.conflict("This mail is not to come any more: look at the plan again.");
	}

	private Written write(Cycle cycle, PlannedMail planned, Instant at) {
		Long queued = planned.mail();
		if (queued != null) {
			if (!this.bundling.sift(queued)) {
				throw Refused.conflict("Nothing is left to say in this mail: it will not be sent.");
			}
			return this.bundling.isWrittenAlready(queued) ? asItStands(queued) : written(queued, at);
		}
		if (planned.isOfAChapter()) {
			return asItStands(this.chapters.queueAhead(cycle.name(), planned.contact(), planned.at())
				.orElseThrow(MailTexts::notToCome));
		}
		List<Claim> claims = planned.claims();
		if (planned.isOfAdvice()) {
			return asItStands(claims.stream()
				.flatMap((claim) -> this.advice.send(claim, at).stream())
				.findFirst()
				.orElseThrow(MailTexts::notToCome));
		}
		if (planned.isDigest()) {
			return written(digest(cycle, planned.contact()), at);
		}
		List<Long> mails = claims.isEmpty() ? List.of() : this.ledger.queue(cycle.name(), claims, this.clock.instant());
		if (mails.isEmpty()) {
			throw Refused.conflict("This mail has no words: as things stand, nothing in it is sent.");
		}
		return written(mails.get(0), at);
	}

	private Written asItStands(long mail) {
		return this.jdbc.sql("select subject, text, html from mail where id = :mail")
			.param("mail", mail)
			.query((row, number) -> new Written(row.getString("subject"), row.getString("text"), row.getString("html"),
					List.of()))
			.single();
	}

	private Written written(long mail, Instant at) {
		this.acceptances.join(mail);
		return this.letters.write(mail, at);
	}

	private long digest(Cycle cycle, ContactId contact) {
		return this.jdbc.sql("""
				with written as (
				    insert into mail (cycle, contact, recipient, state, queued_at, bundled_at)
				    select :cycle, id, email, 'queued', queued_at, queued_at from contact, now() as queued_at
				    where id = :contact returning id
				)
				insert into mail_line (mail, kind) select id, 'digest' from written returning mail""")
			.param("cycle", cycle.name().value())
			.param("contact", contact.value())
			.query(Long.class)
			.single();
	}

}
