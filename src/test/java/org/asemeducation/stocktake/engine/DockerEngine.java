package org.asemeducation.stocktake.engine;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import org.testcontainers.DockerClientFactory;

/**
 * The Docker engine of this machine, if one answers in time.
 */
final class DockerEngine {

	static final String IMAGE = "postgres:17-alpine";

	private static final int SECONDS_TO_ANSWER = 20;

	private static final int SECONDS_TO_PULL = 180;

	private static final int SECONDS_TO_START = 90;

	private DockerEngine() {
	}

	/**
	 * Starts a container.
	 * @throws UnusableException with half a sentence that says why there is none
	 */
	static PostgresContainer start() throws UnusableException {
		boolean answers = within(SECONDS_TO_ANSWER, "the Docker engine does not get ready",
				() -> DockerClientFactory.instance().isDockerAvailable());
		if (!answers) {
			throw new UnusableException("no Docker engine answers", null);
		}
		within(SECONDS_TO_PULL, "the Docker engine cannot pull " + IMAGE, DockerEngine::pullIfMissing);
		return within(SECONDS_TO_START, "the container does not start", () -> {
			PostgresContainer.removeLeftOvers(DockerClientFactory.lazyClient());
			PostgresContainer container = new PostgresContainer(IMAGE);
			container.start();
			return container;
		});
	}

	private static boolean pullIfMissing() throws InterruptedException {
		DockerClient client = DockerClientFactory.lazyClient();
		try {
			client.inspectImageCmd(IMAGE).exec();
			return true;
		}
		catch (NotFoundException ex) {
			client.pullImageCmd(IMAGE).start().awaitCompletion();
			return true;
		}
	}

	private static <T> T within(int seconds, String failure, Callable<T> work) throws UnusableException {
		FutureTask<T> task = new FutureTask<>(work);
		Thread thread = new Thread(task, "docker");
		thread.setDaemon(true);
		thread.start();
		try {
			return task.get(seconds, TimeUnit.SECONDS);
		}
		catch (ExecutionException ex) {
			throw new UnusableException(failure, ex);
		}
		catch (TimeoutException ex) {
			throw new UnusableException("%s within %d s".formatted(failure, seconds), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new UnusableException("the wait was interrupted", ex);
		}
	}

	/**
	 * Why there is no container.
	 */
	static final class UnusableException extends Exception {

		UnusableException(String why, Throwable cause) {
			super(why, cause);
		}

	}

}
