package socketlab.core.contract;

/** One theme of the contract. Each test starts a server and clients of its own. */
interface Rules {
    ContractFixture fixture();
}
