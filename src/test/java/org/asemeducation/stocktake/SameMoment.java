package org.asemeducation.stocktake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets several people act in the same moment: rows they need are held back until all of
 * them stand and wait, in the order in which they came, or are through already.
 */
public class SameMoment {

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	SameMoment(JdbcClient jdbc, TransactionOperations transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/**
	 * Acts.
	 * @param rows the rows to hold back, such as
	 * {@code update_request where cycle = 'ASEMME9'}
	 * @param acts what each does, the first comer first
	 * @return what each was told: nothing, or why not
	 */
	public List<Optional<Throwable>> act(String rows, Runnable... acts) {
		List<CompletableFuture<Optional<Throwable>>> acting = new ArrayList<>();
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("select 1 from %s for update".formatted(rows)).query().listOfRows();
			for (Runnable act : acts) {
				acting.add(CompletableFuture.supplyAsync(() -> told(act)));
				awaitHeldBackOrThrough(acting);
			}
		});
		return acting.stream().map(CompletableFuture::join).toList();
	}

	/**
	 * Acts one after the other, but the second while the first has done everything except
	 * its commit.
	 * @param first what is committed first
	 * @param second what comes between
	 * @return what each was told: nothing, or why not
	 */
	public List<Optional<Throwable>> actBeforeTheCommitOf(Runnable first, Runnable second) {
		List<CompletableFuture<Optional<Throwable>>> between = new ArrayList<>();
		Optional<Throwable> told = told(() -> this.transaction.executeWithoutResult((status) -> {
			first.run();
			TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public void beforeCommit(boolean readOnly) {
					between.add(CompletableFuture.supplyAsync(() -> told(second)));
					awaitHeldBackOrThrough(between);
				}
			});
		}));
		return Stream.concat(Stream.of(told), between.stream().map(CompletableFuture::join)).toList();
	}

	private void awaitHeldBackOrThrough(List<CompletableFuture<Optional<Throwable>>> acting) {
		Awaitility.await()
			.pollInterval(Duration.ofMillis(10))
			.atMost(Duration.ofSeconds(30))
			.until(() -> waiting() + through(acting) >= acting.size());
	}

	private static Optional<Throwable> told(Runnable act) {
		try {
			act.run();
			return Optional.empty();
		}
		catch (RuntimeException ex) {
			return Optional.of(ex);
		}
	}

	private long waiting() {
		return this.jdbc.sql("""
				select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
				where not l.granted and a.datname = current_database()""").query(Long.class).single();
	}

	private static long through(List<CompletableFuture<Optional<Throwable>>> acting) {
		return acting.stream().filter(CompletableFuture::isDone).count();
	}

}
