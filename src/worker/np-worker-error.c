#include "worker/np-worker-error.h"

G_DEFINE_QUARK (np_worker_error_quark, np_worker_error)
